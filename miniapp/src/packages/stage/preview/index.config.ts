export default definePageConfig({ navigationBarTitleText: '名次预览' });
