export default definePageConfig({ navigationBarTitleText: '本单位考试结果' });
