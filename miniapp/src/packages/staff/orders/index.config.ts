export default definePageConfig({ navigationBarTitleText: '缴费与收款' });
