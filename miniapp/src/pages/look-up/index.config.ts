export default definePageConfig({ navigationBarTitleText: '查询', enableShareAppMessage: true });
