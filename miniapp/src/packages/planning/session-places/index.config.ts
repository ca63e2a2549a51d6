export default definePageConfig({ navigationBarTitleText: '考点和各科时间' });
