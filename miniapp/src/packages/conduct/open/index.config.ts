export default definePageConfig({ navigationBarTitleText: '登记违纪' });
