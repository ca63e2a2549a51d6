export default definePageConfig({ navigationBarTitleText: '发过的消息' });
