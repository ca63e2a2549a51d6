export default definePageConfig({ navigationBarTitleText: '取消批次' });
