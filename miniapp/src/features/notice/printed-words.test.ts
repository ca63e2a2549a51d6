import { describe, expect, it } from 'vitest';
import { printedWords, routeWords } from './printed-words';

const said = (quote: string, corrected?: string) =>
  printedWords({ clause: '一', quote, ...(corrected === undefined ? {} : { corrected }) });

describe('printedWords', () => {
  it('closes the spaces that a scan left between Chinese words, and no others', () => {
    expect(said('可申请在本市行政区域 内参加；相 关 职业')).toBe('可申请在本市行政区域内参加；相关职业');
    expect(said('1. 年满 16 周岁，从事 Web 工作')).toBe('1. 年满 16 周岁，从事 Web 工作');
  });

  it('says what was meant, or how something is handled that is not printed', () => {
    expect(said('五官完成清晰', '五官完整清晰')).toBe('五官完整清晰');
    expect(printedWords({ assumed: '通知没有印缴费时间：审核后缴费' })).toBe('审核后缴费');
    expect(printedWords({ standard: '国家职业标准' })).toBe('国家职业标准');
  });
});

describe('routeWords', () => {
  const source = { assumed: '附件1为空页' };
  const field = { own: true, related: null };
  const condition = { kind: 'experience' as const, field, years: 10, since: null, source };
  const route = { code: '3-1', printedNumber: null, nationalCode: '3-1', condition, documents: null, source };

  it('says in plain words what the notice does not print', () => {
    expect(routeWords({ routes: [route] }, { route: '3-1', source })).toBe('累计从事本职业或相关职业工作满10年');
    expect(routeWords({ routes: [route] }, { route: '3-1', source: { clause: '附件1', quote: '满10年' } })).toBe(
      '满10年',
    );
    expect(routeWords({ routes: [] }, { route: 'notice', source })).toBe('');
  });
});
