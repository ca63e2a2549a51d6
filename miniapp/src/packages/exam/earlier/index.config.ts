export default definePageConfig({ navigationBarTitleText: '找回合格科目' });
