export default definePageConfig({ navigationBarTitleText: '机考文件对应列' });
