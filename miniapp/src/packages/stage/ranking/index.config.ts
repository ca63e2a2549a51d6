export default definePageConfig({ navigationBarTitleText: '竞赛名次' });
