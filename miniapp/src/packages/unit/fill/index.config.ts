export default definePageConfig({ navigationBarTitleText: '集体报名' });
