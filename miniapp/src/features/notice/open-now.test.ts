import type { SessionView } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { describe, expect, it } from 'vitest';
import { hasEnded } from './open-now';

// as C24 prints it, the parts that say when
const notice = {
  kind: 'competition',
  year: 2024,
  offerings: [],
  windows: [
    {
      kind: 'application',
      opens: { kind: 'on', day: localDate('2024-04-23') },
      closes: { kind: 'on', day: localDate('2024-05-20') },
    },
  ],
  schedule: [],
} as unknown as Notice;
const session = (state: SessionView['state']) => ({ state, offerings: [] }) as unknown as SessionView;

describe('a notice of which nothing is to come', () => {
  it.each([
    ['2024-05-20', [], false],
    ['2026-12-07', [], true],
    ['2026-12-07', ['in-publicity'], false],
    ['2026-12-07', ['ended', 'cancelled'], true],
  ] as const)('on %s with sessions that are %s: %s', (today, states, ended) => {
    expect(hasEnded({ notice, sessions: states.map(session), today: localDate(today) })).toBe(ended);
  });
});
