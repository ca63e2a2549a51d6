export default definePageConfig({ navigationBarTitleText: '报名材料' });
