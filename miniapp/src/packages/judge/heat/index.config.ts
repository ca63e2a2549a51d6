export default definePageConfig({ navigationBarTitleText: '场次评分' });
