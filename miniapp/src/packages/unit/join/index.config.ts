export default definePageConfig({ navigationBarTitleText: '经办人邀请' });
