export default definePageConfig({ navigationBarTitleText: '赛前培训' });
