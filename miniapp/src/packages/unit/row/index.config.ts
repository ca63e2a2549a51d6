export default definePageConfig({ navigationBarTitleText: '名单中的一人' });
