import { describe, expect, it } from 'vitest';
import { passageOf } from './passage-of';

const text = `关于认定工作的通知

一、认定项目
保卫管理员 三级/高级
（一）公示期为七个
工作日。

附件 1
保卫管理员 三级/高级
1. 满 10 年。
2. 满10年。
某协会
2026年1月8日`;
const passage = (clause: string, quote: string) => passageOf(text, { clause, quote });

describe('passageOf', () => {
  it('marks whole lines, over line ends and whatever the spaces', () => {
    expect(passage('一（一）', '公示期为 七个工作日')).toEqual({
      before: '关于认定工作的通知\n\n一、认定项目\n保卫管理员 三级/高级\n',
      marked: '（一）公示期为七个\n工作日。',
      after: '\n\n附件 1\n保卫管理员 三级/高级\n1. 满 10 年。\n2. 满10年。\n某协会\n2026年1月8日',
    });
  });

  it('searches from the part that the clause names', () => {
    const before = (clause: string) => passage(clause, '保卫管理员 三级/高级')?.before ?? '';
    expect(before('一').includes('附件')).toBe(false);
    expect(before('附件1').includes('附件 1')).toBe(true);
  });

  it('tells two places with the same words apart by their spaces', () => {
    expect(passage('附件1', '满10年。')?.marked).toBe('2. 满10年。');
    expect(passage('附件1', '满 10年。')?.marked).toBe('1. 满 10 年。');
  });

  it('finds the signature at the end, and the last line without a line end', () => {
    expect(passage('落款', '某协会 2026年1月8日')).toMatchObject({ marked: '某协会\n2026年1月8日', after: '' });
  });

  it('does not pretend to have found what is not there', () => {
    expect(passage('一', '公示期为八个工作日')).toBeNull();
    expect(passage('一', ' ')).toBeNull();
  });
});
