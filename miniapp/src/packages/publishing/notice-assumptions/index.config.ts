export default definePageConfig({ navigationBarTitleText: '推定的内容' });
