import type { ListProps } from './list-props';
import type { Asked } from './use-list-state';

type Of = Pick<ListProps, 'begin' | 'empty'>;

/** What stands where there are no rows; whoever has done all of a part of what the list begins with is told so. */
export function emptyWords({ begin = {}, empty }: Of, asked: Asked): NonNullable<Of['empty']> {
  const [begins, filters] = [narrowingIn(begin), Object.fromEntries(narrowingIn(asked))];
  const isAsked = begins.every(([name, text]) => filters[name] === text);
  const many = Object.keys(filters).length;
  if (many === 0 || (isAsked && many === begins.length)) return empty ?? { title: '还没有内容', text: '' };
  return empty && isAsked && begins.length > 0 && !('q' in filters)
    ? { title: empty.title, text: '这里只看其中一部分，去掉一些筛选看其余的。' }
    : { title: '没有符合条件的', text: '换一个词，或去掉一些筛选。' };
}

const narrowingIn = (asked: Asked) => Object.entries(asked).filter(([name]) => name !== 'sort');
