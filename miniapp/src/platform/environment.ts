/** Whether this is the WeChat build; the other one runs in a browser. */
export const IN_WECHAT = process.env.TARO_ENV === 'weapp';

/** Where the API stands, without a trailing slash; a browser asks whoever served the page. */
export const apiRoot = (): string => `${IN_WECHAT ? API_BASE : ''}/api/v1`;

/** Whether whoever served the page said that this is a demonstration, whose clock stands above everything. */
export const SAYS_DEMONSTRATION =
  process.env.TARO_ENV === 'h5' && document.documentElement.hasAttribute('data-demonstration');
