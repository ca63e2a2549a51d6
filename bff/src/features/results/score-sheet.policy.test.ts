import { describe, expect, it } from 'vitest';
import { FULL_SCORE, PASS_SCORE } from '@jikaotong/shared/kernel';
import type { ScoreRow, SheetMark } from './score-sheet';
import { judgeSheet } from './score-sheet.policy';

const examinees = [
  { publishedOn: null, participantId: 'a', ticketNumber: '1', name: '买买提·吐尔逊', subjects: ['theory', 'skill'] },
  { publishedOn: null, participantId: 'b', ticketNumber: '2', name: '李静', subjects: ['theory'] },
] as const;
const stored = (participantId: string, score: typeof PASS_SCORE | null) => ({
  id: participantId,
  sessionId: 's',
  participantId,
  subject: 'theory' as const,
  version: 2,
  score,
  reviewId: null,
  special: null,
  confirmedBy: null,
  confirmedAt: null,
  recordedBy: 'x',
  recordedAt: 0,
});
const row = (ticketNumber: string, name: string, ...marks: [string, SheetMark][]): ScoreRow => ({
  row: 5,
  ticketNumber,
  name,
  marks: new Map(marks),
});
const judge = (
  rows: ScoreRow[],
  current = [stored('b', null)],
  absent: readonly string[] = [],
  kept: readonly string[] = [],
) => judgeSheet(rows, { examinees, current, absent: new Set(absent), kept: new Set(kept) });

describe('a score sheet', () => {
  it('gives nobody a mark in silence whom the door noted absent; 缺考 is right, and so are other subjects', () => {
    const rows = [row('1', '', ['theory', PASS_SCORE], ['skill', PASS_SCORE])];
    expect(judge(rows, [], ['a:theory']).problems).toEqual([
      { row: 5, column: '理论知识', code: 'absent-at-door', value: '60 分' },
    ]);
    expect(judge([row('1', '', ['theory', 'absent'])], [], ['a:theory']).problems).toEqual([]);
  });

  it('exempts only who keeps a pass', () => {
    const rows = [row('1', '', ['theory', 'exempt'])];
    expect(judge(rows).problems).toEqual([{ row: 5, column: '理论知识', code: 'no-kept-pass', value: null }]);
    const { problems, changes } = judge(rows, [], [], ['a:theory']);
    expect(problems).toEqual([]);
    expect(changes[0]).toMatchObject({
      changes: [{ column: '理论知识', from: null, to: '免考' }],
      payload: { score: null, special: 'exempt', version: 1 },
    });
  });

  it('tells 作弊 from an absence, and takes it of nobody who was absent', () => {
    const rows = [row('2', '', ['theory', 'cheating'])];
    expect(judge(rows).changes[0]).toMatchObject({ changes: [{ from: '缺考', to: '作弊' }] });
    expect(judge(rows, [], ['b:theory']).problems).toMatchObject([{ code: 'absent-at-door', value: '作弊' }]);
  });

  it('gives marks and absences as further versions, and leaves alone what stands or is empty', () => {
    const rows = [row('1', '', ['theory', PASS_SCORE], ['skill', null]), row('2', '李静', ['theory', 'absent'])];
    const { changes, same, problems } = judge(rows);
    expect([same, problems]).toEqual([1, []]);
    expect(changes).toMatchObject([
      {
        kind: 'added',
        key: 'a:theory',
        changes: [{ column: '理论知识', from: null, to: '60 分' }],
        payload: { participantId: 'a', subject: 'theory', score: PASS_SCORE, version: 1 },
      },
      { kind: 'missing', key: 'a:skill' },
    ]);
    expect(judge([row('2', '', ['theory', FULL_SCORE])]).changes).toMatchObject([
      {
        kind: 'changed',
        changes: [{ column: '理论知识', from: '缺考', to: '100 分' }],
        payload: { participantId: 'b', subject: 'theory', score: FULL_SCORE, version: 3 },
      },
      { kind: 'missing', key: 'a:theory' },
      { kind: 'missing', key: 'a:skill' },
    ]);
  });

  it('takes a name in another width or with another dot for the same', () =>
    expect(judge([row('1', ' 买买提•吐尔逊 ')]).problems).toEqual([]));

  it.each([
    ['a ticket of another session', row('3', '', ['theory', PASS_SCORE]), 'ticket-unknown', '准考证号'],
    ['another name', row('2', '李婧', ['theory', PASS_SCORE]), 'name-mismatch', '姓名'],
    ['a subject not taken', row('2', '', ['skill', PASS_SCORE]), 'subject-not-taken', '操作技能'],
  ])('names the cell of %s', (_, given, code, column) =>
    expect(judge([given]).problems).toMatchObject([{ row: 5, code, column }]),
  );
});
