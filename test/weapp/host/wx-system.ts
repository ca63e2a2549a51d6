import { asynchronous, type WxWorld } from './wx-world';
import { userFolder } from './phone-files';

const screen = { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, statusBarHeight: 47 };
const safeArea = { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 };
const versions = { SDKVersion: '3.8.10', version: '8.0.50', language: 'zh_CN', theme: 'light' };
const device = { platform: 'ios', system: 'iOS 17.0', brand: 'iPhone', model: 'iPhone 14', benchmarkLevel: 40 };
const everything = { ...device, ...versions, ...screen, pixelRatio: 3, safeArea, fontSizeSetting: 16 };

/** What wx tells about the phone, the mini-program and how it was opened. */
export const systemApis = (world: WxWorld): Record<string, unknown> => {
  const told = (): unknown => world.adopt(everything);
  const opened = (): unknown => world.adopt({ path: world.weapp.routes[0], query: {}, scene: 1001, referrerInfo: {} });
  const subscribe = (): void => {};
  return {
    env: { USER_DATA_PATH: userFolder },
    getSystemInfoSync: told,
    getSystemInfo: asynchronous(world, 'getSystemInfo', () => everything),
    getWindowInfo: told,
    getAppBaseInfo: told,
    getDeviceInfo: told,
    getSystemSetting: () => world.adopt({ bluetoothEnabled: false, locationEnabled: false, wifiEnabled: true }),
    getAppAuthorizeSetting: () => world.adopt({ cameraAuthorized: 'authorized', albumAuthorized: 'authorized' }),
    getMenuButtonBoundingClientRect: () =>
      world.adopt({ left: 296, right: 383, top: 51, bottom: 83, width: 87, height: 32 }),
    getAccountInfoSync: () =>
      world.adopt({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: opened,
    getEnterOptionsSync: opened,
    canIUse: () => true,
    nextTick: (run: () => void) => setTimeout(run, 0),
    getUpdateManager: () => ({
      onCheckForUpdate: subscribe,
      onUpdateReady: (tell: () => void) => void world.onUpdateReady.push(tell),
      onUpdateFailed: subscribe,
      applyUpdate: () => void world.calls.push({ name: 'applyUpdate', options: {} }),
    }),
    onAppShow: subscribe,
    offAppShow: subscribe,
    onAppHide: subscribe,
    offAppHide: subscribe,
    onError: subscribe,
    onUnhandledRejection: subscribe,
    onPageNotFound: subscribe,
    onThemeChange: subscribe,
    onMemoryWarning: subscribe,
    onWindowResize: subscribe,
    offWindowResize: subscribe,
    onKeyboardHeightChange: subscribe,
    offKeyboardHeightChange: subscribe,
  };
};
