export default definePageConfig({ navigationBarTitleText: '现场进度' });
