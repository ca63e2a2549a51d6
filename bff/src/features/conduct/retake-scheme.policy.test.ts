import { retakeSchemes } from '@jikaotong/shared/contract';
import { fen } from '@jikaotong/shared/kernel';
import type { SchemeRow } from '@jikaotong/shared/rules/results';
import { expect, it } from 'vitest';
import { faultOf } from './retake-scheme.policy';

const row = (subject: SchemeRow['subject'], feeFen: number | null = null): SchemeRow => ({
  subject,
  of: [subject],
  kept: true,
  feeFen: feeFen === null ? null : fen(feeFen),
});
const printed = [
  { subject: 'theory' as const, feeFen: fen(6_500) },
  { subject: 'skill' as const, feeFen: null },
];

it('asks for a fee of the body’s own where the notice prints none', () => {
  expect(faultOf([row('theory'), row('skill')], printed)).toBe('scheme-fee-missing');
  expect(faultOf([row('theory'), row('skill', 1)], printed)).toBeNull();
  expect(faultOf([row('theory', 5_000), row('skill', 9_000)], printed)).toBeNull();
  expect(faultOf([row('skill', 9_000)], printed)).toBe('scheme-incomplete');
});

it.each([
  [0, false],
  [1, true],
  [9_000, true],
])('takes a fee of %i fen: %s', (feeFen, isTaken) => {
  const rows = [{ subject: 'theory', of: ['theory'], kept: true, feeFen }];
  const body = { noticeId: 'n', offeringCode: 'o', from: '2026-12-01', after: 0, rows };
  expect(retakeSchemes.setRetakeScheme.body?.safeParse(body).success).toBe(isTaken);
});
