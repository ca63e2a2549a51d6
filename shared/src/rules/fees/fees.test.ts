import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel';
import type { FeeTable, SubjectCode } from '../../notice';
import { feeOf } from './index';

const source = { clause: '附件2', quote: '65 155 — 60 280' };
const assumed = { assumed: '通知没有印明补考是否收材料费' };
const table = (retakeMaterial: FeeTable['retakeMaterial']['value'] = 'with-skill'): FeeTable => ({
  year: { value: 2026, source },
  rows: [
    {
      offerings: ['installer-5'],
      lines: [
        { item: 'theory', fen: fen(6_500) },
        { item: 'skill', fen: fen(15_500) },
        { item: 'material', fen: fen(6_000) },
      ],
      totalFen: fen(28_000),
      source,
    },
    {
      offerings: ['installer-3', 'security-manager-3'],
      lines: [
        { item: 'theory', fen: fen(6_500) },
        { item: 'skill', fen: fen(24_500) },
        { item: 'material', fen: fen(12_000) },
      ],
      totalFen: fen(43_000),
      source,
    },
  ],
  retakeMaterial: { value: retakeMaterial, source: assumed },
  payee: null,
  methods: [],
  refundForPersonalReasons: null,
  invoice: [],
});
const total = (offering: string, retake?: SubjectCode[], fees: FeeTable | null = table()) => {
  const fee = feeOf({ fees }, offering, { retake });
  return fee.ok ? fee.value.totalFen : fee.error.code;
};

describe('feeOf', () => {
  it.each([
    ['installer-5', 28_000],
    ['installer-3', 43_000],
    ['security-manager-3', 43_000],
    ['installer-4', 'fee-unknown'],
  ])('%s: %s', (offering, expected) => expect(total(offering)).toBe(expected));

  it.each<[SubjectCode[], number | string]>([
    [['theory'], 6_500],
    [['skill'], 21_500],
    [['theory', 'skill'], 28_000],
    [['review'], 'fee-subject-unknown'],
    [[], 'fee-subject-unknown'],
  ])('retake of %j: %s', (retake, expected) => expect(total('installer-5', retake)).toBe(expected));

  it('follows the setting of the material fee', () => {
    expect(total('installer-5', ['theory'], table('always'))).toBe(12_500);
    expect(total('installer-5', ['skill'], table('never'))).toBe(15_500);
    expect(total('installer-5', undefined, table('never'))).toBe(28_000);
  });

  it('has a line an item, each with its source, and none for a dash', () => {
    const first = feeOf({ fees: table() }, 'installer-5');
    expect(first.ok && first.value.lines).toEqual([
      { item: 'theory', fen: 6_500, source },
      { item: 'skill', fen: 15_500, source },
      { item: 'material', fen: 6_000, source },
    ]);
    const again = feeOf({ fees: table() }, 'installer-5', { retake: ['skill'] });
    expect(again.ok && again.value.lines.map((line) => line.source)).toEqual([source, assumed]);
  });

  it('knows no fee without a table', () => expect(total('installer-5', undefined, null)).toBe('fee-unknown'));
});

it('charges for what is taken again what the body set, and what the notice prints for the rest', () => {
  const charge = (item: SubjectCode, amount: number) => ({ item, fen: fen(amount), source: assumed });
  const by = (retake: SubjectCode[]) => {
    const charges = [charge('skill', 9_000), charge('review', 2_000)];
    const fee = feeOf({ fees: table() }, 'installer-5', { retake, charges });
    return fee.ok ? fee.value.lines.map(({ item, fen: amount }) => [item, amount]) : fee.error.code;
  };
  expect(by(['skill', 'review'])).toEqual([
    ['skill', 9_000],
    ['material', 6_000],
    ['review', 2_000],
  ]);
  expect(by(['theory'])).toEqual([['theory', 6_500]]);
  expect(feeOf({ fees: table() }, 'installer-5', { retake: ['review'] }).ok).toBe(false);
});
