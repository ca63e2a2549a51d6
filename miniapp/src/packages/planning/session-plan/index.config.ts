export default definePageConfig({ navigationBarTitleText: '项目和日期' });
