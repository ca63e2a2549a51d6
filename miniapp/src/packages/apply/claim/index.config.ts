export default definePageConfig({ navigationBarTitleText: '认领现场报名' });
