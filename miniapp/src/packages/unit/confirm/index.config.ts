export default definePageConfig({ navigationBarTitleText: '核对并确认' });
