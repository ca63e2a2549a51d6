import * as z from 'zod/mini';
import { type LocalDate, isLocalDate, localDate, searchWords, tidyLine } from '../kernel';
import type { Columns } from './columns';

/** A way to narrow a list. A filter is one text in a query and in a deep link alike. */
export type Filter<K extends string = string> =
  /** `a,b`: any of these codes. */
  | { readonly by: 'codes'; readonly column: K }
  /** `a,b`: any of these codes, of which the counts say what there is and what it is called. */
  | { readonly by: 'values'; readonly column: K }
  /** `2026-11-01..2026-11-30`, either end open: days, both included. */
  | { readonly by: 'days'; readonly column: K }
  /** `张 三`: every word stands somewhere in one of the columns. */
  | { readonly by: 'words'; readonly columns: readonly K[] }
  /** The whole value, such as a number that stands sealed. */
  | { readonly by: 'equal'; readonly column: K };

export type Filters<K extends string = string> = Readonly<Record<string, Filter<K>>>;

/** The filters that are set, each as its text; the same in a query and in a deep link. */
export type Asked<F extends Filters> = { [K in keyof F]?: string | undefined };

/** What a filter's text says. */
export type FilterValue =
  | { readonly by: 'codes'; readonly codes: readonly string[] }
  | { readonly by: 'days'; readonly from: LocalDate | null; readonly to: LocalDate | null }
  | { readonly by: 'words'; readonly words: readonly string[] }
  | { readonly by: 'equal'; readonly value: string };

const MOST_CHARS = 2000;
const MOST_WORDS = 6;
/** So many of what only the data can name are asked for at once, each as long as this. */
const MOST_VALUES = 50;
const MOST_LETTERS = 80;

/** The codes among which a filter chooses. */
export const codesIn = (columns: Columns, filter: Filter): readonly string[] =>
  filter.by === 'codes' ? (columns[filter.column]?.codes ?? []) : [];

/** Reads a filter's text; null for what it cannot mean, such as an unknown code or a day that does not exist. */
export function readFilterValue(columns: Columns, filter: Filter, text: string): FilterValue | null {
  switch (filter.by) {
    case 'codes': {
      const known = codesIn(columns, filter);
      const codes = [...new Set(text.split(','))];
      return codes.every((one) => known.includes(one)) ? { by: 'codes', codes } : null;
    }
    case 'values': {
      const codes = [...new Set(text.split(','))];
      return codes.length <= MOST_VALUES && codes.every((one) => one !== '' && one.length <= MOST_LETTERS)
        ? { by: 'codes', codes }
        : null;
    }
    case 'days': {
      const [, from = '', to = ''] = /^([\d-]*)\.\.([\d-]*)$/.exec(text) ?? [];
      if ((from === '' && to === '') || [from, to].some((one) => one !== '' && !isLocalDate(one))) return null;
      return { by: 'days', from: from === '' ? null : localDate(from), to: to === '' ? null : localDate(to) };
    }
    case 'words': {
      const words = searchWords(text);
      return words.length > 0 && words.length <= MOST_WORDS ? { by: 'words', words } : null;
    }
    case 'equal':
      return tidyLine(text) === '' ? null : { by: 'equal', value: tidyLine(text) };
  }
}

/** How a filter travels in a query. */
export const filterText = (columns: Columns, filter: Filter) =>
  z.optional(
    z.string().check(
      z.overwrite(tidyLine),
      z.maxLength(filter.by === 'words' || filter.by === 'equal' ? 80 : MOST_CHARS),
      z.refine((text) => readFilterValue(columns, filter, text) !== null),
    ),
  );
