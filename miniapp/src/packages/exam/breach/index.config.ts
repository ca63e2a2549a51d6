export default definePageConfig({ navigationBarTitleText: '违纪告知与决定' });
