import { describe, expect, it } from 'vitest';
import { refusalSentence } from './refusals';

describe('what keeps a plan or a seating from being done', () => {
  it('says each conflict in one line, with subject, hour and number', () => {
    const conflicts = [
      {
        code: 'places-short',
        data: { subject: 'theory', day: '2026-12-12', first: '09:00', siteName: '东', needed: 40, missing: 3 },
      },
      {
        code: 'room-elsewhere',
        data: { siteName: '东', roomName: '101', day: '2026-12-12', first: '09:00', sessionName: '二批' },
      },
    ];
    const sentence = refusalSentence('plan-conflicts', { conflicts });
    for (const part of ['理论知识', '09:00', '40', '3 个座位', '“东 101”', '二批']) expect(sentence).toContain(part);
    expect(sentence).not.toContain('\n');
  });

  it('says in which shift seats are missing, and which of them are accessible ones', () => {
    const row = { subject: 'skill', day: '2026-12-12', first: '13:00', missing: 2 };
    const said = (reserved: boolean) => refusalSentence('seats-short', { missing: 2, short: [{ ...row, reserved }] });
    expect(said(false)).toMatch(/还差 2 个.*操作技能.*13:00 少 2 个）/);
    expect(said(true)).toContain('少 2 个无障碍座位');
    expect(refusalSentence('seats-short', { missing: 2 })).toBe('座位不够，还差 2 个，请增加考场');
  });

  it.each(['taken', 'same', 'overlap', 'unknown', 'of a newer server'])('says why a seat does not fit: %s', (reason) =>
    expect(refusalSentence('seat-unfit', { reason })).toMatch(/座位|场/),
  );
});
