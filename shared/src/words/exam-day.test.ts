import { describe, expect, it } from 'vitest';
import { doorVerdictWords, examDayWords, printWord, refusalSentence } from '.';
import { localDate } from '../kernel';

const DAY = localDate('2025-07-28');
const revoked = { code: 'revoked', name: '王芳', number: '1' } as const;

describe('the words of an exam day', () => {
  it('are those of an examination for a session', () => {
    expect(printWord('hand-out', undefined)).toBe('准考证发放表');
    expect(doorVerdictWords(revoked, DAY, examDayWords(undefined)).title).toBe('准考证已作废');
    expect(refusalSentence('ticket-not-issued')).toBe('准考证还没有发放，发放后再办理');
  });

  it('are those of a competition for a stage', () => {
    expect(printWord('tickets', true)).toBe('参赛证');
    expect(doorVerdictWords(revoked, DAY, examDayWords(true)).text).toBe(
      '王芳，1。请选手打开最新的参赛证，或按姓名查找。',
    );
    expect(refusalSentence('ticket-not-issued', { ofStage: true })).toBe('参赛证还没有发放，发放后再办理');
    expect(refusalSentence('ticket-revoked', { ofStage: true, number: '1' })).toContain(
      '参赛证1已作废，因为比赛有变动',
    );
  });
});
