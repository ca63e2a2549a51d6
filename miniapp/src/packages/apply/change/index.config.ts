export default definePageConfig({ navigationBarTitleText: '批次变动' });
