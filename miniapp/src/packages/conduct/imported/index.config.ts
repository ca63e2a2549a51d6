export default definePageConfig({ navigationBarTitleText: '从前的记录' });
