import { IN_WECHAT } from './environment';

/** The full address of a picture or file that the API named by its path. */
export const fileAddress = (path: string): string => (IN_WECHAT && path.startsWith('/') ? `${API_BASE}${path}` : path);
