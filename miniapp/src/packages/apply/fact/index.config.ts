export default definePageConfig({ navigationBarTitleText: '您的情况' });
