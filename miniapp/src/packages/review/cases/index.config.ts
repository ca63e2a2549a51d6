export default definePageConfig({ navigationBarTitleText: '待核查事项' });
