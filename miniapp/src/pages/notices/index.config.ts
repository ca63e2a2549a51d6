export default definePageConfig({ navigationBarTitleText: '技考通', enableShareAppMessage: true });
