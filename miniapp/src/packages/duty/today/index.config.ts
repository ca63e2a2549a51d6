export default definePageConfig({ navigationBarTitleText: '我的监考' });
