import Taro from '@tarojs/taro';

/** Brings what bears this selector to the top of the screen, once it is drawn. */
export const scrollTo = (selector: string): void =>
  Taro.nextTick(() => {
    // a page too short to scroll is not a fault
    Taro.pageScrollTo({ selector, duration: 0 })?.catch(() => undefined);
  });
