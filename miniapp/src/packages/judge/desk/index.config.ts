export default definePageConfig({ navigationBarTitleText: '裁判评分' });
