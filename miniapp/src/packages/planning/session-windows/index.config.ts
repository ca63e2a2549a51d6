export default definePageConfig({ navigationBarTitleText: '确认各项时间' });
