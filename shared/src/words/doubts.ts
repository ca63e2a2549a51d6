import type { Doubt } from '../lists';
import { wordOf } from './table';

/** Why an application must be looked at by itself. */
export const doubtWord = wordOf<Doubt>({
  condition: '申报条件要人工认定',
  photo: '照片要看一下',
  mended: '退回后改过',
  'trial-name': '姓名像是试填的',
  case: '有待核查事项',
  clear: '没有疑点',
});
