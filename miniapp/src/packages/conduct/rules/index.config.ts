export default definePageConfig({ navigationBarTitleText: '违纪处理办法' });
