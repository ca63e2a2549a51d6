import { type List, readFilterValue } from '@jikaotong/shared/lists';
import { listCodeWord, listColumnWord } from '@jikaotong/shared/words';

/** A filter by the title of what it narrows. */
export function filterTitle(list: List, name: string): string {
  const filter = list.filters[name];
  if (!filter) return name;
  return filter.by === 'words'
    ? filter.columns.map((key) => listColumnWord(list.name, key)).join('、')
    : listColumnWord(list.name, filter.column);
}

/** What a set filter says: `状态：在用、已停用`. */
export function filterWords(list: List, name: string, text: string): string {
  const filter = list.filters[name];
  const wish = filter && readFilterValue(list.columns, filter, text);
  if (!filter || !wish) return '';
  const title = filterTitle(list, name);
  switch (wish.by) {
    case 'codes':
      return `${title}：${wish.codes.map((code) => listCodeWord(list.name, filter.by === 'codes' ? filter.column : '', code)).join('、')}`;
    case 'days':
      return `${title}：${wish.from ?? '不限'} 至 ${wish.to ?? '不限'}`;
    case 'words':
      return `搜索：${wish.words.join(' ')}`;
    case 'equal':
      return `${title}：${wish.value.slice(-6)}`;
  }
}
