export default definePageConfig({ navigationBarTitleText: '办理异议' });
