export default definePageConfig({ navigationBarTitleText: '通知原文', enableShareAppMessage: true });
