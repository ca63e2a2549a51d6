import type { SignInApp, SignInSystem } from '../contract';

const APPS: Readonly<Record<SignInApp, string>> = {
  wechat: '微信',
  edge: 'Edge 浏览器',
  chrome: 'Chrome 浏览器',
  firefox: '火狐浏览器',
  safari: 'Safari 浏览器',
  other: '其他程序',
};
const SYSTEMS: Readonly<Record<SignInSystem, string>> = {
  android: '安卓手机',
  ios: '苹果手机',
  windows: 'Windows 电脑',
  mac: '苹果电脑',
  linux: 'Linux 电脑',
  other: '',
};

/** What somebody signed in with: `微信，安卓手机`. */
export const signInDeviceWords = (app: SignInApp, system: SignInSystem): string =>
  [APPS[app], SYSTEMS[system]].filter(Boolean).join('，');
