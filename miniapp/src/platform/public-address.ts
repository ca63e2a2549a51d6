import { IN_WECHAT } from './environment';

/** The full address of a page that somebody else will open in a browser. */
export const publicAddress = (path: string): string => `${IN_WECHAT ? API_BASE : window.location.origin}${path}`;
