import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { proveCount } from '../../prove-count.testing';
import { randomToken } from '../../platform/crypto';
import { type Db, type Handle, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { tokenFamilyRecord } from './account.record';
import { findOrAddCandidate } from './account.repository';
import { deviceOf } from './device';
import { hashOf, judgeRefresh, parseRefreshToken, refreshTokenText, successorOf } from './refresh-token';
import { refreshFamily, startFamily } from './token-family.repository';

const WALL_MS = 1_790_000_000_000;
const ROUNDS = proveCount(8);
const AT_ONCE = 5;

let db: Db;
beforeAll(async () => {
  db = await openThrowawayDb(records, migrations);
});
afterAll(() => db.close());

type Refresh = (h: Handle, text: string, wallMs: number) => Promise<string>;

const guarded: Refresh = async (h, text, wallMs) => {
  const refreshed = await refreshFamily(h, text, wallMs);
  return refreshed === 'ended' ? 'ended' : refreshTokenText(refreshed.token);
};

/** The same without its lock: looks, and then writes. */
const unguarded: Refresh = async (h, text, wallMs) => {
  const token = parseRefreshToken(text);
  const family = token && (await h.repo(tokenFamilyRecord).findOneBy({ id: token.familyId }));
  if (!family || !token) return 'ended';
  if (judgeRefresh(family, token, wallMs) === 'repeat') return refreshTokenText(successorOf(token, family.seed));
  const seed = randomToken();
  const successor = successorOf(token, seed);
  const set = { currentHash: hashOf(successor), previousHash: family.currentHash, seed, rotatedAt: wallMs };
  await updateWhere(h, tokenFamilyRecord, { id: family.id }, set);
  return refreshTokenText(successor);
};

/** One token shown several times at once, round by round; what each time was given, all of one round together. */
async function race(refresh: Refresh): Promise<string[][]> {
  const given: string[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const token = await db.tx(async (h) => {
      const key = { kind: 'wechat', issuer: 'wx', subject: randomToken() } as const;
      return startFamily(h, await findOrAddCandidate(h, key, WALL_MS), deviceOf(''), WALL_MS);
    });
    const text = refreshTokenText(token);
    given.push(await Promise.all(Array.from({ length: AT_ONCE }, () => db.tx((h) => refresh(h, text, WALL_MS + 1)))));
  }
  return given;
}
const different = (given: readonly string[]): number => new Set(given).size;

describe('a refresh token that a device shows several times at once', () => {
  it('gives one successor, and that one goes on', async () => {
    for (const given of await race(guarded)) {
      expect(different(given)).toBe(1);
      const next = await db.tx((h) => guarded(h, given[0] ?? '', WALL_MS + 2));
      expect(next).not.toBe('ended');
    }
  });
});

/** The embedded file has one writer: there nothing races. */
const servers = [process.env.TEST_DATABASE_URL ?? ''].filter((url) => url !== '');

describe.each(servers)('without the lock', () => {
  it('gives several, of which all but one are lost', async () => {
    expect((await race(unguarded)).some((given) => different(given) > 1)).toBe(true);
  });
});
