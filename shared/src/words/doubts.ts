import type { Doubt, EntryDoubt } from '../lists';
import { wordOf } from './table';

/** Why an application or an entry must be looked at by itself. */
export const doubtWord = wordOf<Doubt | EntryDoubt>({
  condition: '条件要人工认定',
  group: '人员类别是自己填写的',
  photo: '照片要看一下',
  'photo-grey': '照片像是黑白的，通知要求彩色',
  mended: '退回后改过',
  'trial-name': '姓名像是试填的',
  case: '有待核查事项',
  clear: '没有疑点',
});
