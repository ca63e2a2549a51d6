export default definePageConfig({ navigationBarTitleText: '报名已提交' });
