export default definePageConfig({ navigationBarTitleText: '我的奖项和申诉' });
