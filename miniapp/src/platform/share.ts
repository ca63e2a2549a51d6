import { useShareAppMessage } from '@tarojs/taro';

/** What WeChat sends on when the person shares this page; its config needs `enableShareAppMessage`. */
export const useShare = (title: string, path: string): void => {
  useShareAppMessage(() => ({ title, path }));
};
