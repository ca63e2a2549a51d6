export default definePageConfig({ navigationBarTitleText: '职业、专业认定' });
