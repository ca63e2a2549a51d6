export default definePageConfig({ navigationBarTitleText: '座位与准考证' });
