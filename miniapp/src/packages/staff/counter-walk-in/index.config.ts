export default definePageConfig({ navigationBarTitleText: '录入现场报名' });
