export default definePageConfig({ navigationBarTitleText: '我要报名', enableShareAppMessage: true });
