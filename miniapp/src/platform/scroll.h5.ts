import Taro from '@tarojs/taro';

/** Brings what bears this selector to the top of the screen, once it is drawn. */
export const scrollTo = (selector: string): void => show(selector, 'start');

/** Brings what bears this selector into view with what is said above it: no further than its lower end needs (`scroll-margin`). */
export const scrollIntoSight = (selector: string): void => show(selector, 'nearest');

/** Brings the first thing that is missing or wrong into view, once it is drawn. */
export const scrollToFault = (): void => show('.field--wrong, .is-missing', 'center');

/** Brings the answer to a tap into view where it is out of sight. */
export const scrollToRefusal = (): void => show('.notice-bar--answer', 'nearest');

/** Pages behind the one in front stand in the same document. */
function show(selector: string, block: ScrollLogicalPosition): void {
  Taro.nextTick(() =>
    [...document.querySelectorAll(selector)]
      .find((found) => found.getClientRects().length > 0)
      ?.scrollIntoView({ block, behavior: 'instant' }),
  );
}
