export default definePageConfig({ navigationBarTitleText: '录入单位' });
