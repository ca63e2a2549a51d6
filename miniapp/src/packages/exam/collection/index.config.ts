export default definePageConfig({ navigationBarTitleText: '领取证书' });
