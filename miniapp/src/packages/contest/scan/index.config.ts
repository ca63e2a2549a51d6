export default definePageConfig({ navigationBarTitleText: '扫海报', enableShareAppMessage: true });
