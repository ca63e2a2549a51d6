/** Whether this is the WeChat build; the other one runs in a browser. */
export const IN_WECHAT = process.env.TARO_ENV === 'weapp';

/** Where the API stands, without a trailing slash; a browser asks whoever served the page. */
export const apiRoot = (): string => `${IN_WECHAT ? API_BASE : ''}/api/v1`;
