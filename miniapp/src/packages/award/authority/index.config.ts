export default definePageConfig({ navigationBarTitleText: '上报表' });
