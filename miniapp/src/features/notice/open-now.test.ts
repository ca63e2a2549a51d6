import type { SessionView } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { describe, expect, it } from 'vitest';
import { closedWords, hasEnded, openSession, takesEntries } from './open-now';

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

describe('a level that fits', () => {
  const applied = (state: SessionView['state'], codes: readonly string[], opens = '2026-12-01') =>
    ({
      name: '一月批次',
      state,
      offerings: codes.map((code) => ({ code })),
      windows: [{ kind: 'application', opens: localDate(opens), closes: null }],
    }) as unknown as SessionView;
  const given = (sessions: readonly SessionView[], today = '2024-04-23') => ({
    notice,
    sessions,
    today: localDate(today),
  });

  it('may be applied for only in a session that takes applications for it', () => {
    const sessions = [applied('ended', ['a']), applied('applying', ['b']), applied('upcoming', ['c'])];
    expect(['a', 'b', 'c', 'd'].map((code) => takesEntries(given(sessions), code))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(openSession({ sessions }, 'b')).toBe(sessions[1]);
  });

  it('may be applied for in its printed period where no session is set up', () => {
    expect(takesEntries(given([], '2024-05-20'), 'x')).toBe(true);
    expect(takesEntries(given([], '2024-05-21'), 'x')).toBe(false);
  });

  it('says when it opens where its session lies ahead', () => {
    const ahead = [applied('applying', ['b']), applied('upcoming', ['c'])];
    expect(closedWords(given(ahead), 'c')).toContain('2026年12月1日');
    expect(closedWords(given(ahead), 'c')).toContain('现在没有开放报名');
  });
});
