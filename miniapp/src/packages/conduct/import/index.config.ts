export default definePageConfig({ navigationBarTitleText: '导入从前的记录' });
