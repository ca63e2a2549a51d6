export default definePageConfig({ navigationBarTitleText: '扫海报' });
