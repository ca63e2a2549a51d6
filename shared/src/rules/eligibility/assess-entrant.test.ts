import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { OTHER_GROUP } from '../../notice';
import { parseNotice } from '../../notice-file';
import { assessEntrant } from './assess-entrant';

const parsed = parseNotice(
  readFileSync(new URL('../../../notices/bspia-2025-competition-monitor-operator.yaml', import.meta.url), 'utf8'),
  null,
);
if (!parsed.ok) throw new Error('the seed does not parse');
const contest = { notice: parsed.value, offeringCode: 'monitor-operator' };
const on = localDate('2025-07-10');
const judge = (born: string | null, group: string | null) =>
  assessEntrant(contest, { birthDate: born === null ? null : localDate(born), sex: 'female', group, on });

describe('an entrant of C25', () => {
  it.each([
    ['2007-07-11', 'ineligible'],
    ['2007-07-10', 'needs-review'],
    ['1969-07-11', 'needs-review'],
    ['1969-07-10', 'ineligible'],
  ])('born on %s is %s on 2025-07-10', (born, verdict) => expect(judge(born, 'guard').verdict).toBe(verdict));

  it('hears of the age before anything else, with its clause', () => {
    expect(judge('2008-01-06', null)).toMatchObject({
      verdict: 'ineligible',
      earliestOn: '2026-01-06',
      routes: [{ shortfalls: [{ code: 'too-young', data: { atLeast: 18 }, source: { clause: '三（五）1' } }] }],
    });
    expect(judge('1990-01-06', null).verdict).toBe('undecided');
    expect(judge(null, null).verdict).toBe('undecided');
  });

  it('of the printed ages is judged by staff, whose group is only declared, listed or not', () =>
    expect(['guard', OTHER_GROUP].map((group) => judge('1990-01-06', group).verdict)).toEqual([
      'needs-review',
      'needs-review',
    ]));
});
