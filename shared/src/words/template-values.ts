import { MESSAGE_CODES, type MessageCode } from '../contract';
import { type LocalDate, isLocalDate, isTimeOfDay } from '../kernel';
import { fullDayWords } from './dates';
import { messageTitle } from './messages';
import { yuanIn } from './money';
import { shortened } from './shortened';
import { type Data, numberIn, textIn } from './table';
import { type FactKind, NEXT_STEPS, TEMPLATE_FACTS } from './template-facts';

/** A field of a subscribe template, such as `thing1`, and the fact of our message that goes into it. */
export type TemplateField = { readonly key: string; readonly fact: string };

/** The types of WeChat's fields that our messages know how to fill; each with what it takes. */
export const FIELD_TYPES = {
  thing: /^.{1,20}$/su,
  phrase: /^\p{Script=Han}{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  amount: /^\d{1,8}\.\d\d元$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( \d\d:\d\d)?$/,
  time: /^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/,
} as const;
type FieldType = keyof typeof FIELD_TYPES;

const THING = 20;
/** In place of what would not be whole. */
const SEE_APP = '请打开小程序查看';

/** Which fields take a fact of a kind; fixed words are tried instead. */
const FITTING: Readonly<Record<Exclude<FactKind, 'fixed'>, readonly FieldType[]>> = {
  day: ['date', 'thing'],
  moment: ['date', 'time', 'thing'],
  money: ['amount', 'thing'],
  name: ['thing'],
  text: ['thing'],
  number: ['character_string'],
  outcome: ['phrase', 'thing'],
};

/** The facts that a message has for fields of a template. */
export const templateFacts = (code: MessageCode): readonly string[] => ['kind', 'next', ...Object.keys(factsOf(code))];

/** The types of fields that take a fact of a message, whatever its data will be; none where it has no such fact. */
export function fittingTypes(code: MessageCode, fact: string): readonly FieldType[] {
  const kind = kindOf(code, fact);
  if (kind === null) return [];
  if (kind !== 'fixed') return FITTING[kind];
  return TYPES.filter((type) => FIELD_TYPES[type].test(fixedOf(code, fact)));
}

/** What is wrong with a configured template, in words for whoever configures; null when every message will fit. */
export function templateFault(code: string, fields: readonly TemplateField[]): string | null {
  const known = MESSAGE_CODES.find((each) => each === code);
  if (known === undefined) return `names a message that does not exist: ${code}`;
  for (const { key, fact } of fields) {
    const fitting = fittingTypes(known, fact);
    if (fitting.length === 0) return `asks ${code} for ${fact}; it has ${templateFacts(known).join(', ')}`;
    if (!fitting.some((type) => type === typeOf(key)))
      return `puts ${fact} of ${code} into ${key}, where it may not fit; it fits ${fitting.join(', ')}`;
  }
  const keys = new Set(fields.map(({ key }) => key));
  return keys.size === fields.length ? null : `fills a field of ${code} twice`;
}

/**
 * The values of a template's fields, each whole and within its type; null when a fact that has no words instead is not
 * there, so that nothing false is sent. A name is shortened at a word, a text that is too long points to the app.
 */
export function templateValues(
  code: MessageCode,
  fields: readonly TemplateField[],
  data: Data,
): Readonly<Record<string, string>> | null {
  const values: Record<string, string> = {};
  for (const { key, fact } of fields) {
    const type = typeOf(key);
    const words = wordsOf(code, fact, data);
    const value = words ?? (type === 'thing' ? SEE_APP : null);
    if (type === null || value === null || !FIELD_TYPES[type].test(value)) return null;
    values[key] = value;
  }
  return values;
}

function wordsOf(code: MessageCode, fact: string, data: Data): string | null {
  const kind = kindOf(code, fact);
  const text = textIn(data, fact).replace(/\s+/g, ' ').trim();
  switch (kind) {
    case null:
      return null;
    case 'fixed':
      return fixedOf(code, fact);
    case 'day':
      return isLocalDate(text) ? fullDayWords(text) : null;
    case 'moment':
      return isLocalDate(text) ? momentWords(text, textIn(data, 'startsAt')) : null;
    case 'money':
      return numberIn(data, fact) > 0 ? yuanIn(data, fact) : null;
    case 'name':
      return shortened(text, THING);
    case 'text':
      return text !== '' && text.length <= THING ? text : null;
    case 'number':
      return text;
    case 'outcome':
      return text === '' ? null : text === 'corrected' ? '成绩更正' : '成绩不变';
  }
}

const momentWords = (day: LocalDate, startsAt: string): string =>
  isTimeOfDay(startsAt) ? `${fullDayWords(day)} ${startsAt}` : fullDayWords(day);

const TYPES: readonly FieldType[] = ['thing', 'phrase', 'character_string', 'amount', 'date', 'time'];

/** The type of a field such as `thing1`; null for one that we do not fill. */
const typeOf = (key: string): FieldType | null => TYPES.find((type) => key.replace(/\d+$/, '') === type) ?? null;

const factsOf = (code: MessageCode): Readonly<Record<string, FactKind>> => TEMPLATE_FACTS[code];

function kindOf(code: MessageCode, fact: string): FactKind | null {
  if (fact === 'kind' || fact === 'next') return 'fixed';
  return Object.entries(factsOf(code)).find(([name]) => name === fact)?.[1] ?? null;
}

const fixedOf = (code: MessageCode, fact: string): string => (fact === 'kind' ? messageTitle(code) : NEXT_STEPS[code]);
