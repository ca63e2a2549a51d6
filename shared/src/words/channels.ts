import type { Channel } from '../notice';
import { wordOf } from './table';

/** Where something is read or fetched: 网站 · 微信公众号 · 手机应用 · 邮箱 · 现场. */
export const channelKindWord = wordOf<Channel['kind']>({
  website: '网站',
  wechat: '微信公众号',
  app: '手机应用',
  email: '邮箱',
  counter: '现场',
});
