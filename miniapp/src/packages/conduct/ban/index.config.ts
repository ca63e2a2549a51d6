export default definePageConfig({ navigationBarTitleText: '不得参加评价' });
