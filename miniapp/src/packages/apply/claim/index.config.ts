export default definePageConfig({ navigationBarTitleText: '找回窗口报名' });
