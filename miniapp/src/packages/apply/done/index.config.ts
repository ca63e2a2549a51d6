export default definePageConfig({ navigationBarTitleText: '申报已提交' });
