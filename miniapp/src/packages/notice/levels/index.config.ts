export default definePageConfig({ navigationBarTitleText: '我能报哪一级', enableShareAppMessage: true });
