import { describe, expect, it } from 'vitest';
import { type Condition, ConditionSchema } from '../notice';
import { conditionWords } from './index';

const source = { assumed: 'under test' };
const field = { own: true, related: null };
const leaf = (given: object): Condition => ConditionSchema.parse({ source, ...given });
const certificate = (level: number, heldYears: number | null = null) =>
  leaf({ kind: 'certificate', field, level, heldYears });
const after = (level: number, years: number) =>
  leaf({ kind: 'experience', field, years, since: { kind: 'certificate', field, level } });

describe('conditionWords', () => {
  it.each([
    [leaf({ kind: 'age', atLeast: 16, atMost: null }), '年满16周岁'],
    [leaf({ kind: 'age', atLeast: 18, atMost: 55 }), '年龄在18至55周岁之间'],
    [leaf({ kind: 'experience', field, years: 10, since: null }), '累计从事本职业或相关职业工作满10年'],
    [certificate(3, 2), '取得本职业或相关职业三级/高级工证书满2年'],
    // never the question that is asked about it
    [
      leaf({
        kind: 'declared',
        statement: 'assessed-programme',
        letter: null,
        field: null,
        asks: '您的专业经过评估吗？',
      }),
      '毕业专业经过评估论证',
    ],
    [
      leaf({
        kind: 'declared',
        statement: 'member',
        letter: null,
        field: null,
        asks: '您是会员吗？',
        source: { clause: '三', quote: '协会会员' },
      }),
      '协会会员',
    ],
    // the certificate is said by 取得…后 already, another level is not
    [
      { kind: 'allOf', of: [certificate(3), after(3, 5)] },
      '取得本职业或相关职业三级/高级工证书后，累计从事本职业或相关职业工作满5年',
    ],
    [
      { kind: 'allOf', of: [certificate(4), after(3, 5)] },
      '取得本职业或相关职业四级/中级工证书，并取得本职业或相关职业三级/高级工证书后，累计从事本职业或相关职业工作满5年',
    ],
    [
      { kind: 'anyOf', of: [certificate(4, 1), certificate(3, 2)] },
      '取得本职业或相关职业四级/中级工证书满1年，或取得本职业或相关职业三级/高级工证书满2年',
    ],
  ] satisfies [Condition, string][])('%#', (condition, words) => {
    expect(conditionWords(condition)).toBe(words);
  });
});
