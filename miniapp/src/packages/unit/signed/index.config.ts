export default definePageConfig({ navigationBarTitleText: '签字的申报表' });
