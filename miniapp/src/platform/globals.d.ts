/// <reference types="@tarojs/taro" />

/** Where the weapp build finds the BFF, without a trailing slash; set by TARO_APP_API_BASE at build time. */
declare const API_BASE: string;

declare module '*.scss';
declare module '*.png' {
  const path: string;
  export default path;
}

declare module '@nutui/touch-emulator';
