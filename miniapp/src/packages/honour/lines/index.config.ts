export default definePageConfig({ navigationBarTitleText: '奖项名单' });
