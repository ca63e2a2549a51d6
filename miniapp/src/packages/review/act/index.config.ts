export default definePageConfig({ navigationBarTitleText: '批量操作' });
