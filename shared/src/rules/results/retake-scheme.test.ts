import { expect, it } from 'vitest';
import { fen, localDate } from '../../kernel';
import type { SubjectCode } from '../../notice';
import { type RetakeScheme, type SchemeRow, chargesOf, schemeFor, subjectsUnder } from './index';

const row = (subject: SubjectCode, of: SubjectCode[], kept: boolean, feeFen: number | null = null): SchemeRow => ({
  subject,
  of,
  kept,
  feeFen: feeFen === null ? null : fen(feeFen),
});
const scheme = (version: number, from: string, rows: SchemeRow[] = []): RetakeScheme => ({
  id: `v${version}`,
  version,
  from: localDate(from),
  rows,
});
const asOf = (from: string, rows: SchemeRow[]) => ({ changedOn: localDate(from), rows });
const pass = (subject: SubjectCode, examEnd: string) => ({ subject, examEnd: localDate(examEnd) });

it('holds for exams from its day on, of whoever first sat before it', () => {
  const both = [scheme(1, '2026-12-01'), scheme(2, '2027-03-01', [row('skill', ['theory', 'skill'], true)])];
  const holds = (satOn: string, examOn: string) =>
    schemeFor(both, { satOn: localDate(satOn), examOn: localDate(examOn) })?.version ?? null;
  expect(holds('2026-10-17', '2026-11-30')).toBeNull();
  expect(holds('2026-10-17', '2026-12-01')).toBe(1);
  expect(holds('2026-11-30', '2026-12-01')).toBe(1);
  expect(holds('2026-12-01', '2026-12-12')).toBeNull();
  expect(holds('2026-12-01', '2027-03-01')).toBe(2);
  expect(holds('2026-10-17', '2027-03-01')).toBe(2);
  // a later version of an earlier day stands in the place of what it corrects
  expect(
    schemeFor([scheme(1, '2026-12-01'), scheme(2, '2026-12-01')], {
      satOn: localDate('2026-10-17'),
      examOn: localDate('2026-12-12'),
    })?.version,
  ).toBe(2);
});

it('asks for what takes over a subject that was failed, or a pass that is not kept', () => {
  const theory = [pass('theory', '2026-10-17')];
  const under = (rows: SchemeRow[], passes = theory) => subjectsUnder(asOf('2026-12-01', rows), passes);
  expect(under([row('theory', ['theory'], true), row('skill', ['skill'], true)])).toEqual(['skill']);
  expect(under([row('theory', ['theory'], false), row('skill', ['skill'], true)])).toEqual(['theory', 'skill']);
  // two become one: it is kept by whoever passed both
  expect(under([row('skill', ['theory', 'skill'], true)])).toEqual(['skill']);
  expect(under([row('skill', ['theory', 'skill'], true)], [...theory, pass('skill', '2026-10-17')])).toEqual([]);
  // one becomes two, and one is new
  expect(under([row('theory', ['theory'], true), row('review', [], true), row('skill', ['skill'], true)])).toEqual([
    'review',
    'skill',
  ]);
});

it('keeps what was passed the new way, whatever becomes of passes from before', () => {
  const rows = [row('theory', ['theory'], false), row('skill', ['skill'], false)];
  const passes = [pass('theory', '2026-12-01'), pass('skill', '2026-11-30')];
  expect(subjectsUnder(asOf('2026-12-01', rows), passes)).toEqual(['skill']);
});

it('leaves whoever sat under a version as one of now where the next changes fees alone', () => {
  const mode = (feeFen: number) => [
    row('theory', ['theory'], false),
    row('skill', ['skill'], true, feeFen),
    row('review', [], true),
  ];
  const versions = [scheme(1, '2026-06-01', mode(9_000)), scheme(2, '2026-09-01', mode(8_000))];
  const on = (satOn: string) => schemeFor(versions, { satOn: localDate(satOn), examOn: localDate('2026-10-17') });
  expect(on('2026-07-18')).toBeNull();
  expect(on('2026-05-31')).toMatchObject({ version: 2, changedOn: '2026-06-01' });
  // a pass of between the two is one of now, also of somebody who began before both
  const before = on('2026-05-31') ?? asOf('2026-09-01', []);
  expect(subjectsUnder(before, [pass('theory', '2026-07-18'), pass('skill', '2026-05-31')])).toEqual(['review']);
  // where the mode itself changes, what was passed under the version before is of before
  const third = [...versions, scheme(3, '2026-10-01', [row('skill', ['skill'], false)])];
  expect(schemeFor(third, { satOn: localDate('2026-07-18'), examOn: localDate('2026-10-17') })).toMatchObject({
    version: 3,
    changedOn: '2026-10-01',
  });
});

it('says what it charges of what is taken, and where that stands', () => {
  const rows = [row('theory', ['theory'], true), row('skill', ['skill'], true, 9_000), row('review', [], true, 2_000)];
  expect(chargesOf(scheme(3, '2026-12-01', rows), ['theory', 'skill'])).toEqual([
    { item: 'skill', fen: 9_000, source: { standard: '机构补考方案第3版' } },
  ]);
});
