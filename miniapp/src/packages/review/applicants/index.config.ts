export default definePageConfig({ navigationBarTitleText: '考生总名单' });
