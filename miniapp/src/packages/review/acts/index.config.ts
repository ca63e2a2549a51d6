export default definePageConfig({ navigationBarTitleText: '我的批量操作' });
