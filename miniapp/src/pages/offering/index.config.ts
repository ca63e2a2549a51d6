export default definePageConfig({ navigationBarTitleText: '申报条件', enableShareAppMessage: true });
