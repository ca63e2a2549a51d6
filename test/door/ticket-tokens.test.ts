import { randomBytes } from 'node:crypto';
import { cryptoOf } from '@jikaotong/bff/platform/crypto';
import { instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type DoorList, type DoorVerdict, judgeScan, markOf } from '@jikaotong/shared/rules/door';
import { describe, expect, it } from 'vitest';
import { proveCount } from '../../bff/src/prove-count.testing';
import { checkSignature } from '../../miniapp/src/features/signed-token/check-signature';
import { tokenIn } from '../../miniapp/src/features/signed-token/signed-token';
import { type Chance, mutationOf } from './mutate-token';

const day = localDate('2026-12-12');
const nine = timeOfDay('09:00');
const slot = '2026-12-12 09:00';
const nowMs = instantAt(day, timeOfDay('08:50'));
const key = (id: string) => ({ id, bytes: randomBytes(32) });
const shared = { piiKeys: [key('p')], piiIndexKey: randomBytes(32), jwtKeys: [key('j')] } as const;
const [old, fresh] = [key('k2025'), key('k2026')];
const before = cryptoOf({ ...shared, ticketKeys: [old] }).tokens;
const now = cryptoOf({ ...shared, ticketKeys: [fresh, old] }).tokens;
const keys = Object.fromEntries(
  Object.entries(now.publicKeys).map(([id, raw]) => [id, Buffer.from(raw, 'base64url').toString('hex')]),
);
const MANY = 5_000;
const tokens = Array.from({ length: Math.min(MANY, proveCount(300)) }, (_, at) => {
  const claims = { number: `20261212${at}`, name: `考生${at}`, bodyId: 'bspia', examOn: day };
  return (at % 2 === 0 ? before : now).sign(JSON.stringify({ kind: 'ticket', ...claims }));
});

const markKey = randomBytes(32).toString('hex');
const list: DoorList = {
  bodyId: 'bspia',
  day,
  slot,
  startsAt: nine,
  graceMinutes: 30,
  markKey,
  guests: tokens.map((token, at) => ({
    sittingId: `s${at}`,
    roomId: 'r',
    seat: at + 1,
    startsAt: nine,
    name: `考生${at}`,
    ticketNumber: `20261212${at}`,
    mark: markOf(markKey, token),
  })),
  places: [],
  elsewhere: {},
  revoked: [],
};

/** What the phone does with whatever its camera read. */
function judged(text: string): DoorVerdict {
  const token = tokenIn(text);
  if (token === null) return { code: 'forged' };
  return judgeScan({ token, checked: checkSignature(token, keys), list, inside: new Map(), nowMs });
}

/** Numbers that look random and come again with the same seed. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

describe('tickets at a door without a network', () => {
  it('lets every genuine one in, by the old key and by the new one', () => {
    expect(new Set(tokens.map((token) => token.split('.')[1]))).toEqual(new Set(['k2025', 'k2026']));
    for (const [at, token] of tokens.entries())
      expect(judged(token)).toMatchObject({ code: 'enter', guest: { sittingId: `s${at}` } });
  });

  // in halves: a phone's own arithmetic takes some milliseconds a token, and a test has its time
  it.each([0, 1])('lets none in that was changed, and stumbles over none (%i)', (half) => {
    const chance = chanceOf(Number(process.env['PROVE_SEED'] ?? 20261212) + half);
    const genuine = new Set(tokens);
    const codes = new Set<string>();
    for (let made = 0; made < proveCount(2_000) / 2; made += 1) {
      const changed = mutationOf(tokens[chance(tokens.length)] ?? '', tokens, chance);
      if (!genuine.has(tokenIn(changed) ?? '')) codes.add(judged(changed).code);
    }
    expect([...codes].toSorted()).toEqual(['forged', 'key-unknown']);
  });

  // The control: a door that reads what a ticket says and forgets the signature.
  it('would let a changed name in if it believed what is said', () => {
    const believed = tokens.filter((token) => {
      const said = Buffer.from(token.split('.')[2] ?? '', 'base64url').toString();
      const changed: { number?: string } = JSON.parse(said.replace('考生', '考官'));
      return list.guests.some(({ ticketNumber }) => ticketNumber === changed.number);
    });
    expect(believed).toHaveLength(tokens.length);
  });
});
