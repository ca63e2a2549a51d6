export default definePageConfig({ navigationBarTitleText: '成员填写' });
