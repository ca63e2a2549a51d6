import { describe, expect, it } from 'vitest';
import { emptyWords } from './empty-words';
import { fewWords } from './filter-words';

describe('what stands where there are no rows', () => {
  const list = { begin: { state: 'submitted' }, empty: { title: '都审完了', text: '有新的会出现在这里。' } };
  const titleOf = (asked: Record<string, string>) => emptyWords(list, asked).title;

  it('says that all of it is done, also of a part of what the list begins with', () => {
    expect(emptyWords(list, { state: 'submitted' })).toEqual(list.empty);
    const part = emptyWords(list, { state: 'submitted', unit: 'u1', sort: 'name' });
    expect(part.title).toBe('都审完了');
    expect(part.text).not.toBe(list.empty.text);
  });

  it('says of anything else that nothing is like that', () => {
    expect(titleOf({ state: 'approved' })).toBe('没有符合条件的');
    expect(titleOf({ state: 'submitted', q: '张' })).toBe('没有符合条件的');
    expect(emptyWords({ empty: list.empty }, { unit: 'u1' }).title).toBe('没有符合条件的');
  });
});

it('names a few, and of many the first ones and how many', () => {
  expect(fewWords(['一', '二', '三', '四'])).toBe('一、二、三、四');
  expect(fewWords(['一', '二', '三', '四', '五'])).toBe('一、二 等 5 项');
});
