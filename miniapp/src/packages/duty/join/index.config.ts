export default definePageConfig({ navigationBarTitleText: '监考邀请' });
