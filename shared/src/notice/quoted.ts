import { type LocalDate, dayOfMonth, monthOf, yearOf } from '../kernel';
import { withoutSpace } from './clauses';
import type { UnitKind } from './award';
import type { Source } from './source';
import type { Boundary } from './window';

type Unit = Extract<Boundary, { kind: 'offset' }>['unit'];

const DIGITS = '零一二三四五六七八九';
const NUMERAL = '[一二两三四五六七八九十]';
const unitWords: Readonly<Record<Unit, string>> = {
  days: '(?:日|天)',
  workdays: '个?工作日',
  weeks: '(?:个?星期|周)',
  months: '个?月',
  years: '年',
};

/** The words a leaf cites, without white space; null where it cites none, and so nothing can be held against it. */
export const quotedWords = (source: Source): string | null => {
  const quote = 'quote' in source ? source.quote : undefined;
  return quote === undefined ? null : withoutSpace(quote);
};

/** Whether cited words hold a number, written 16 or 十六; a number with a digit more or less is another one. */
export const saysNumber = (source: Source, number: number): boolean => {
  // why: in a table only the white space keeps two numbers apart
  const quote = 'quote' in source ? source.quote : undefined;
  return quote === undefined || new RegExp(formOf(number), 'u').test(quote);
};

/** Whether cited words hold so many units of time: 五个工作日, 7 天, 一周. */
export const saysSpan = (source: Source, count: number, unit: Unit): boolean =>
  says(source, `${formOf(count)}${unitWords[unit]}`);

/** Whether cited words hold a day, with its year unless `withYear` is false. */
export function saysDay(source: Source, day: LocalDate, withYear = true): boolean {
  const year = withYear ? `${yearOf(day)}年` : '';
  return says(source, `(?<!\\d)${year}${monthOf(day)}月${dayOfMonth(day)}日`);
}

/** Whether cited words name a month by itself, 7月, not a day of it. */
export const saysMonth = (source: Source, month: number): boolean => says(source, `(?<!\\d)${month}月(?!\\d)`);

/** Whether cited words hold this very row of digits: without its leading zero an account is another one. */
export const saysDigits = (source: Source, digits: string): boolean =>
  says(source, `(?<!\\d)${digits.replace(/\D/g, '')}(?!\\d)`);

/** Levels that print no number. */
const NAMED_LEVELS: Readonly<Record<number, string>> = { 6: '学徒工', 0: '特级技师', [-1]: '首席技师' };

/** Whether cited words name a level: 四级, 特级技师. */
export const saysLevel = (source: Source, level: number): boolean =>
  says(source, NAMED_LEVELS[level] ?? `${DIGITS[level] ?? ''}级`);

/** Whether cited words hold a text as it is, such as a telephone number. */
export const saysText = (source: Source, text: string): boolean => {
  const words = quotedWords(source);
  return words === null || words.includes(withoutSpace(text));
};

/** The printed words of each kind of unit; `other` has none of its own. */
const UNIT_KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  government: '机关',
  institution: '事业单位',
  company: '企业',
  school: '院校|学校|高校',
  'training-body': '培训(?:机构|学校)',
  'social-organisation': '社会(?:组织|团体)|协会|学会',
  other: '其他',
};

/** Whether cited words name a kind of unit: 机关、企业事业单位 names three. */
export const saysUnitKind = (source: Source, kind: UnitKind): boolean => says(source, UNIT_KIND_WORDS[kind]);

const says = (source: Source, form: string): boolean => {
  const words = quotedWords(source);
  return words === null || new RegExp(form, 'u').test(words);
};

const formOf = (number: number): string =>
  `(?:(?<![\\d.])${String(number).replace('.', '\\.')}(?![\\d]|\\.\\d)|(?<!${NUMERAL})(?:${numeralsOf(number).join('|')})(?!${NUMERAL}))`;

/** Chinese numerals of 1 to 99; 两 beside 二. */
function numeralsOf(number: number): readonly string[] {
  if (!Number.isInteger(number) || number < 1 || number > 99) return ['(?!)'];
  const tens = Math.floor(number / 10);
  const ones = DIGITS[number % 10] ?? '';
  if (tens === 0) return number === 2 ? ['二', '两'] : [ones];
  const written = `${tens === 1 ? '' : DIGITS[tens]}十${number % 10 === 0 ? '' : ones}`;
  return [written];
}

/** 17:00, 17时, 下午5点, 上午九时; not 学时 or 时间. */
const HOURS =
  /(\d{1,2})\s*[:：]\s*(\d{2})|(\d{1,2})\s*[时点](?!间)|(?:[上下]午|晚上?|[日号])([一二三四五六七八九十]{1,3})[时点](?!间)/gu;

/** Whether a quote prints an hour inside a day; 0:00, 23:59 and 24:00 are the day itself. */
export const printsHour = (quote: string): boolean =>
  [...withoutSpace(quote).matchAll(HOURS)].some(([, hour, minute, full]) => {
    const at =
      hour === undefined ? (full === undefined ? null : Number(full) * 60) : Number(hour) * 60 + Number(minute);
    return at === null || (at > 0 && at < 24 * 60 - 1);
  });
