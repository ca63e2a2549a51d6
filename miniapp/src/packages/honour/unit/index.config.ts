export default definePageConfig({ navigationBarTitleText: '单位奖项' });
