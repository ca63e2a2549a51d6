export default definePageConfig({ navigationBarTitleText: '考生的选择' });
