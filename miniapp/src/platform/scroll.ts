import Taro from '@tarojs/taro';

/** Brings what bears this selector to the top of the screen, once it is drawn. */
export const scrollTo = (selector: string): void => show(selector, 0);

/** Brings what bears this selector into view with what is said above it, once it is drawn. */
export const scrollIntoSight = (selector: string): void => show(selector, -160);

/** Brings the first thing that is missing or wrong into view, once it is drawn. */
export const scrollToFault = (): void => show('.field--wrong, .is-missing', -120);

/** Brings the answer to a tap into view; one inside a sheet stands before the candidate's eyes, and the page behind it stays. */
export const scrollToRefusal = (): void =>
  Taro.nextTick(() => {
    const looking = Taro.createSelectorQuery();
    looking.select('.sheet').boundingClientRect();
    looking.select('.notice-bar--answer').boundingClientRect();
    looking.exec(([sheet, answer]: unknown[]) => {
      if (!sheet && answer) show('.notice-bar--answer', -120);
    });
  });

const show = (selector: string, offsetTop: number): void =>
  Taro.nextTick(() => {
    // a page too short to scroll is not a fault
    Taro.pageScrollTo({ selector, offsetTop, duration: 0 })?.catch(() => undefined);
  });
