import { type List, type Tally, codesIn, readFilterValue } from '@jikaotong/shared/lists';
import { listCodeWord, listColumnWord } from '@jikaotong/shared/words';

/** A filter by the title of what it narrows. */
export function filterTitle(list: List, name: string): string {
  const filter = list.filters[name];
  if (!filter) return name;
  return filter.by === 'words'
    ? filter.columns.map((key) => listColumnWord(list.name, key)).join('、')
    : listColumnWord(list.name, filter.column);
}

/** What may be typed into a search, where that is not any part of it: `手机号输全部或后 4 位；应缴输多少元`; '' where nothing needs saying. */
export function searchHint(list: List, name: string): string {
  const filter = list.filters[name];
  if (filter?.by !== 'words') return '';
  return filter.columns
    .flatMap((key) => {
      const how = howToType(list, key);
      return how === null ? [] : [`${listColumnWord(list.name, key)}输${how}`];
    })
    .join('；');
}

function howToType({ name, columns }: List, key: string): string | null {
  const column = columns[key];
  if (column?.kind === 'sealed') return column.personal === 'whole' ? '全部' : '全部或后 4 位';
  if (column?.kind === 'fen') return '多少元';
  return name === 'order' && key === 'number' ? '全部或末尾 4 位以上' : null;
}

/** What a filter on codes offers: those that are ticked, and those that something bears, with how many. */
export function optionsOf(list: List, name: string, on: readonly string[], tally: Tally | null): readonly Option[] {
  const counts = tally?.by[name];
  return namedCodes(list, name, tally)
    .filter(({ code }) => on.includes(code) || !counts || (counts[code] ?? 0) > 0)
    .map((option) => ({ ...option, count: counts ? (counts[option.code] ?? 0) : null }));
}
type Option = { readonly code: string; readonly name: string; readonly count: number | null };

function namedCodes(list: List, name: string, tally: Tally | null): readonly { code: string; name: string }[] {
  const filter = list.filters[name];
  if (filter?.by === 'values') return tally?.names[name] ?? [];
  return filter?.by === 'codes'
    ? codesIn(list.columns, filter).map((code) => ({ code, name: listCodeWord(list.name, filter.column, code) }))
    : [];
}

/** What a set filter says: `状态：在用、已停用`; a value that the data names reads so once the counts are there. */
export function filterWords(list: List, name: string, text: string, tally: Tally | null): string {
  const filter = list.filters[name];
  const wish = filter && readFilterValue(list.columns, filter, text);
  if (!filter || !wish) return '';
  const title = filterTitle(list, name);
  switch (wish.by) {
    case 'codes': {
      const named = new Map(namedCodes(list, name, tally).map((one) => [one.code, one.name]));
      return `${title}：${fewWords(wish.codes.map((code) => named.get(code) ?? '…'))}`;
    }
    case 'days':
      return `${title}：${wish.from ?? '不限'} 至 ${wish.to ?? '不限'}`;
    case 'words':
      return `搜索：${wish.words.join(' ')}`;
    case 'equal':
      return `${title}：${wish.value.slice(-6)}`;
  }
}

const FEW = 4;

/** All of a few, of more the first ones: `审核中、已退回 等 10 项`. */
export const fewWords = (words: readonly string[]): string =>
  words.length <= FEW ? words.join('、') : `${words.slice(0, 2).join('、')} 等 ${words.length} 项`;
