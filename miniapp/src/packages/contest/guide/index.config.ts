export default definePageConfig({ navigationBarTitleText: '官网报名步骤', enableShareAppMessage: true });
