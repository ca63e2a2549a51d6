export default definePageConfig({ navigationBarTitleText: '导入比赛成绩' });
