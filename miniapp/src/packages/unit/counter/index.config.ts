export default definePageConfig({ navigationBarTitleText: '单位现场受理' });
