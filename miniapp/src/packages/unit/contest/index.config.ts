export default definePageConfig({ navigationBarTitleText: '竞赛团体报名' });
