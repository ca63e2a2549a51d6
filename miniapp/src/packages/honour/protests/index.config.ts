export default definePageConfig({ navigationBarTitleText: '竞赛申诉' });
