import type { OpeningView } from '@jikaotong/shared/contract';
import { fen, localDate } from '@jikaotong/shared/kernel';
import { expect, it } from 'vitest';
import { openingCards } from './opening-cards';

const opening = (code: string, occupation: string, change: Partial<OpeningView> = {}): OpeningView => ({
  noticeId: 'n',
  bodyName: '协会',
  place: '北京',
  sessionId: 's1',
  sessionName: '批次',
  offering: { code, occupation, workType: null, level: 5 },
  totalFen: fen(28000),
  closes: localDate('2026-11-30'),
  way: 'online',
  ...change,
});

it('makes a card for each batch, and in it a list of levels under each occupation', () => {
  const cards = openingCards([
    opening('a-5', '甲'),
    opening('b-3', '乙'),
    opening('a-4', '甲'),
    opening('a-5', '甲', { sessionId: 's2', closes: localDate('2026-12-10') }),
  ]);
  expect(
    cards.map(({ occupations }) =>
      occupations.map(({ occupation, openings }) => [occupation, openings.map(({ offering }) => offering.code)]),
    ),
  ).toEqual([
    [
      ['甲', ['a-5', 'a-4']],
      ['乙', ['b-3']],
    ],
    [['甲', ['a-5']]],
  ]);
});
