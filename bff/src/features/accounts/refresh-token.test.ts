import { describe, expect, it } from 'vitest';
import { newId } from '../../platform/db';
import {
  REPEAT_MS,
  freshRefreshToken,
  hashOf,
  judgeRefresh,
  parseRefreshToken,
  refreshTokenText,
  successorOf,
} from './refresh-token';

const familyId = newId();
const first = freshRefreshToken(familyId);
const second = successorOf(first, 'seed');
const third = successorOf(second, 'seed');
const rotatedAt = 1_000_000;
const family = {
  currentHash: hashOf(second),
  previousHash: hashOf(first),
  rotatedAt,
  expiresAt: rotatedAt + 10 * REPEAT_MS,
  revokedAt: null,
};

describe('refresh tokens', () => {
  it('follow from the one before and the seed alone', () => {
    expect(successorOf(first, 'seed')).toEqual(second);
    expect(successorOf(first, 'other seed')).not.toEqual(second);
    expect(parseRefreshToken(refreshTokenText(second))).toEqual(second);
  });

  it.each(['', 'a.b', `${familyId}.short`, `${familyId}.${'a'.repeat(44)}`, `${refreshTokenText(first)}\n`])(
    'do not look like %j',
    (text) => expect(parseRefreshToken(text)).toBeNull(),
  );

  it('move on when present, repeat for a minute when previous, end the family when older', () => {
    expect(judgeRefresh(family, second, rotatedAt + 1)).toBe('rotate');
    expect(judgeRefresh(family, first, rotatedAt + REPEAT_MS - 1)).toBe('repeat');
    expect(judgeRefresh(family, first, rotatedAt + REPEAT_MS)).toBe('revoke');
    expect(
      judgeRefresh({ ...family, currentHash: hashOf(third), previousHash: hashOf(second) }, first, rotatedAt),
    ).toBe('revoke');
  });

  it('say nothing more once the family is over', () => {
    expect(judgeRefresh(family, second, family.expiresAt - 1)).toBe('rotate');
    expect(judgeRefresh(family, second, family.expiresAt)).toBe('refuse');
    expect(judgeRefresh({ ...family, revokedAt: rotatedAt }, second, rotatedAt)).toBe('refuse');
  });
});
