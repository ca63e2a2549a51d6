export default definePageConfig({ navigationBarTitleText: '证书打印与邮寄' });
