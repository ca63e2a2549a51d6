export default definePageConfig({ navigationBarTitleText: '补考方案' });
