export default definePageConfig({ navigationBarTitleText: '参赛选手' });
