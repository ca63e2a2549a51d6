import { dayAt, isFen, timeAt } from '../kernel';
import type { ActOf, Column, ColumnOf, List, auditList, staffList } from '../lists';
import { auditAboutWords, auditActorWord, auditEventWord, auditTopicWord, auditValueWords } from './audit';
import { yuanWords } from './money';
import { roleWord } from './roles';
import type { Data } from './table';
import { wordOf } from './table';

/** Every declared list; one without words for a column or an act does not compile. */
type Lists = { readonly audit: typeof auditList; readonly staff: typeof staffList };

/** A column's title, and how its codes or values read. */
type ColumnWords<C extends Column> = { readonly title: string } & (C['kind'] extends 'code' | 'codes'
  ? { readonly code: (code: string) => string }
  : C['kind'] extends 'data'
    ? { readonly data: (values: Data) => string }
    : unknown);
type ListWords<L extends List> = {
  readonly title: string;
  readonly columns: { readonly [K in ColumnOf<L>]: ColumnWords<L['columns'][K]> };
  /** What an act is called, and what is done by it: `停用`, `已停用`. */
  readonly acts: { readonly [K in ActOf<L>]: { readonly verb: string; readonly done: string } };
};

export const staffStateWord = wordOf({ invited: '未设密码', active: '在用', disabled: '已停用' });

const WORDS: { readonly [K in keyof Lists]: ListWords<Lists[K]> } = {
  audit: {
    title: '操作记录',
    columns: {
      at: { title: '时间' },
      topic: { title: '类别', code: auditTopicWord.any },
      event: { title: '事项', code: auditEventWord },
      actorKind: { title: '谁', code: auditActorWord.any },
      actor: { title: '姓名' },
      about: { title: '对象', data: auditAboutWords },
      values: { title: '内容', data: auditValueWords },
    },
    acts: {},
  },
  staff: {
    title: '工作人员',
    columns: {
      shownName: { title: '姓名' },
      name: { title: '用户名' },
      roles: { title: '权限', code: roleWord.any },
      state: { title: '状态', code: staffStateWord.any },
      secondFactor: { title: '动态验证码' },
      since: { title: '加入时间' },
    },
    acts: { disable: { verb: '停用', done: '已停用' }, enable: { verb: '启用', done: '已启用' } },
  },
};

type AnyColumn = {
  readonly title: string;
  readonly code?: (code: string) => string;
  readonly data?: (values: Data) => string;
};
type AnyWords = {
  readonly title: string;
  readonly columns: Readonly<Record<string, AnyColumn>>;
  readonly acts: Readonly<Record<string, { readonly verb: string; readonly done: string }>>;
};
const table: Readonly<Record<string, AnyWords>> = WORDS;

export const listWord = (list: string): string => table[list]?.title ?? '名单';
export const listColumnWord = (list: string, column: string): string => table[list]?.columns[column]?.title ?? column;
/** `yes` and `no` of a flag read as 是 and 否. */
export const listCodeWord = (list: string, column: string, code: string): string =>
  table[list]?.columns[column]?.code?.(code) ?? FLAGS.any(code);
export const listActWord = (list: string, act: string): { readonly verb: string; readonly done: string } =>
  table[list]?.acts[act] ?? { verb: '办理', done: '已办理' };

const FLAGS = wordOf({ yes: '是', no: '否' }, '其他');

/** A cell as a person reads it, on screen and in a sheet; '' for an empty one. */
export function listCellText({ name, columns }: Pick<List, 'name' | 'columns'>, key: string, value: unknown): string {
  const column = columns[key];
  if (!column || value === null || value === undefined) return '';
  switch (column.kind) {
    case 'instant':
      return `${dayAt(Number(value))} ${timeAt(Number(value))}`;
    case 'fen':
      return typeof value === 'number' && isFen(value) ? yuanWords(value) : '';
    case 'code':
      return listCodeWord(name, key, String(value));
    case 'codes':
      return Array.isArray(value) ? value.map((code) => listCodeWord(name, key, String(code))).join('、') : '';
    case 'flag':
      return listCodeWord(name, key, value === true ? 'yes' : 'no');
    case 'data':
      return isData(value) ? (table[name]?.columns[key]?.data?.(value) ?? '') : '';
    case 'text':
    case 'number':
    case 'day':
    case 'sealed':
      return String(value);
  }
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
