import { describe, expect, it } from 'vitest';
import { progressSentence, progressWord } from './index';

describe('an application whose result is published', () => {
  it('says how it went wherever it stands, not only that there is a publicity', () => {
    const word = (stage: 'in-publicity' | 'score-review', outcome: 'passed' | 'failed' | 'absent') =>
      progressWord({ stage, outcome, blocked: [] });
    expect(word('in-publicity', 'passed')).toBe('合格，公示中');
    expect(word('in-publicity', 'failed')).toBe('不合格，公示中');
    expect(word('in-publicity', 'absent')).toBe('缺考，公示中');
    expect(word('score-review', 'failed')).toBe('不合格，复核中');
    expect(progressWord({ stage: 'in-publicity', blocked: [] })).toBe('成绩公示中');
    expect(progressWord({ stage: 'certified', outcome: 'passed', blocked: [] })).toBe('已发证');
  });

  it('says in a sentence what comes next', () => {
    const sentence = (outcome: 'passed' | 'failed', hasReview: boolean) =>
      progressSentence({
        stage: 'in-publicity',
        outcome,
        blocked: hasReview ? [] : [{ action: 'ask-score-review', code: 'wrong-state', data: { state: 'no-review' } }],
      });
    expect(sentence('passed', true)).toBe('成绩合格，正在公示，公示结束后发证书；对成绩有疑问请在公示期内申请复核');
    expect(sentence('passed', false)).toBe('成绩合格，正在公示，公示结束后发证书');
    expect(sentence('failed', true)).toBe('这次没有合格，成绩正在公示；对成绩有疑问请在公示期内申请复核');
  });
});

describe('an application that a unit pays for', () => {
  const blocked = [{ action: 'pay', code: 'paid-by-unit', data: {} }];
  it.each([
    ['to-pay', '等单位缴费'],
    ['payment-checking', '等单位缴费'],
    ['payment-over', '单位未缴费'],
  ] as const)('asks the member for no money at %s', (stage, word) => {
    expect(progressWord({ stage, blocked })).toBe(word);
    expect(progressSentence({ stage, blocked })).toMatch(/单位/);
    expect(progressSentence({ stage, blocked })).not.toMatch(/请在截止日前缴费|您的转账凭证/);
  });

  it.each([
    ['draft', '等单位提交'],
    ['returned', '单位修改中'],
  ] as const)('asks the member to hand in nothing at %s', (stage, word) => {
    const handedIn = [{ action: 'submit', code: 'handed-in-by-unit', data: {} }];
    expect(progressWord({ stage, blocked: handedIn })).toBe(word);
    expect(progressSentence({ stage, blocked: handedIn })).toMatch(/核对、确认/);
    expect(progressSentence({ stage, blocked })).toMatch(/提交/);
    expect(progressWord({ stage, blocked })).not.toBe(word);
  });

  it('still asks whoever pays alone', () => {
    expect(progressWord({ stage: 'to-pay', blocked: [] })).toBe('待缴费');
    expect(progressSentence({ stage: 'to-pay', blocked: [] })).toMatch(/请在截止日前缴费/);
  });
});
