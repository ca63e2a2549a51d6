export default definePageConfig({ navigationBarTitleText: '报考须知', enableShareAppMessage: true });
