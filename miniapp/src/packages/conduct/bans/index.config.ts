export default definePageConfig({ navigationBarTitleText: '不得参加的人' });
