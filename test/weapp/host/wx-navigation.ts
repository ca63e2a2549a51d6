import { asynchronous, numberOption, refusal, textOption, type WxOptions, type WxWorld } from './wx-world';

/** Moving between pages, and what a page says about itself in the frame around it. */
export const navigationApis = (world: WxWorld): Record<string, unknown> => {
  const move = (name: string, go: (options: WxOptions) => void): unknown =>
    asynchronous(world, name, (options) => {
      try {
        go(options);
      } catch (error) {
        throw refusal(error instanceof Error ? error.message : String(error));
      }
    });
  const said = (name: string): unknown => asynchronous(world, name, () => ({}));
  const frame = [
    'setNavigationBarTitle',
    'setNavigationBarColor',
    'showNavigationBarLoading',
    'hideNavigationBarLoading',
    'setBackgroundColor',
    'setTabBarBadge',
    'removeTabBarBadge',
    'showTabBarRedDot',
    'hideTabBarRedDot',
    'setTabBarItem',
    'showTabBar',
    'hideTabBar',
    'startPullDownRefresh',
    'stopPullDownRefresh',
    'pageScrollTo',
    'hideHomeButton',
    'hideKeyboard',
  ];
  return {
    navigateTo: move('navigateTo', (options) => world.stack.navigateTo(textOption(options, 'url'))),
    redirectTo: move('redirectTo', (options) => world.stack.redirectTo(textOption(options, 'url'))),
    switchTab: move('switchTab', (options) => world.stack.switchTab(textOption(options, 'url'))),
    reLaunch: move('reLaunch', (options) => world.stack.reLaunch(textOption(options, 'url'))),
    navigateBack: move('navigateBack', (options) => world.stack.navigateBack(numberOption(options, 'delta', 1))),
    ...Object.fromEntries(frame.map((name) => [name, said(name)])),
  };
};
