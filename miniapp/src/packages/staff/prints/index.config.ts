export default definePageConfig({ navigationBarTitleText: '打印材料' });
