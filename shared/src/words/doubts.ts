import type { Doubt } from '../contract';
import type { EntryDoubt } from '../lists';
import { wordOf } from './table';

/** Why an application or an entry must be looked at by itself. */
export const doubtWord = wordOf<Doubt | EntryDoubt>({
  condition: '条件要人工认定',
  group: '人员类别是自己填写的',
  photo: '照片要看一下',
  'photo-grey': '照片像是黑白的，通知要求彩色',
  mended: '退回后改过',
  'trial-name': '姓名像是试填的',
  certificate: '证书编号要核对',
  'code-expired': '在线验证码已过期',
  papers: '交来的材料要看一下',
  form: '签字表是单位手工归入的',
  twin: '疑似同一人重复报名',
  case: '有待核查事项',
  portrait: '照片还没看过',
  clear: '没有疑点',
});
