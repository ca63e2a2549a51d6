export default definePageConfig({ navigationBarTitleText: '集体现场报名单' });
