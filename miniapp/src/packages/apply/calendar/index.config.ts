export default definePageConfig({ navigationBarTitleText: '通知期日历' });
