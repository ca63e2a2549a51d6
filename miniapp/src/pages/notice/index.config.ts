export default definePageConfig({ enableShareAppMessage: true, navigationBarTitleText: '通知' });
