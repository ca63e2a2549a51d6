export default definePageConfig({ navigationBarTitleText: '帮助与投诉', enableShareAppMessage: true });
