import { expect, it } from 'vitest';
import { fen } from '@jikaotong/shared/kernel';
import { handedInRowWord, handedInWords, paidWords, problemsWords, standingsWords } from './roster-words';

it('counts everybody that is not handed in once', () => {
  const standing = { ready: 20, review: 5, incomplete: 4, ineligible: 3 };
  const awaiting = { ready: 18, review: 5 };
  expect(standingsWords({ standing, awaiting })).toBe('可提交 2，等本人确认 23，资料不全 4，不符合 3');
});

it('says what is paid, and what is not', () => {
  const of = (paidFen: number, ineligible = 0) =>
    paidWords({ feeFen: fen(96_000), paidFen: fen(paidFen), counts: { standing: { ineligible } } });
  expect(of(0)).toBe('按新报名计算');
  expect(of(0, 2)).toBe('按新报名计算，不符合条件的 2 人没有计入');
  expect(of(60_000)).toBe('已缴 600.00元，未缴 360.00元');
  expect(of(96_000)).toBe('已缴清');
});

it('says that people are handed in, and what comes next', () => {
  const counts = { queued: 0, state: { submitted: 32 } };
  const roster = { where: 'online' as const, feeFen: fen(100), counts };
  expect(handedInWords(roster)).toEqual({
    title: '已提交 32 人',
    text: '协会审核以后会通知您。通过的人在这一页统一缴费。',
  });
  expect(handedInWords({ ...roster, feeFen: fen(0) })?.text).toBe('协会审核以后会通知您。');
  expect(handedInWords({ ...roster, counts: { ...counts, queued: 1 } })).toBeNull();
  expect(handedInWords({ ...roster, counts: { queued: 0, state: {} } })).toBeNull();
});

it('says of a member that is paid, and that the ticket is there', () => {
  const row = { state: 'approved', orderState: 'open', hasTicket: false } as const;
  expect(handedInRowWord(row)).toBe('审核通过');
  expect(handedInRowWord({ ...row, orderState: 'settled' })).toBe('已缴费');
  expect(handedInRowWord({ ...row, orderState: 'settled', hasTicket: true })).toBe('准考证已发');
  expect(handedInRowWord({ ...row, state: 'withdrawn', hasTicket: true })).toBe('已撤回');
});

it('says what is to be mended', () => {
  const standing = { ready: 20, review: 5, incomplete: 4, ineligible: 0 };
  expect(problemsWords({ standing, state: { returned: 1 }, phoneShared: 2, disputed: 0 })).toBe(
    '资料不全 4，退回修改 1，手机号重复 2',
  );
});
