export default definePageConfig({ navigationBarTitleText: '补充信息' });
