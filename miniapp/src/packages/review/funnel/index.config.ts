export default definePageConfig({ navigationBarTitleText: '进展与统计' });
