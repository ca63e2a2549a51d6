export default definePageConfig({ navigationBarTitleText: '删除个人信息' });
