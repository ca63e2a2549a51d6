export default definePageConfig({ navigationBarTitleText: '竞赛奖项' });
