import { candidateRecord, openIdentity, sealIdentity } from '@jikaotong/bff/features/candidates';
import { insert, newId } from '@jikaotong/bff/platform/db';
import { contestEntries } from '@jikaotong/shared/contract';
import type { UnitKind } from '@jikaotong/shared/notice';
import { entryRecord, entryWords } from '../../bff/src/features/contests/contest.record';
import { participantRecord } from '../../bff/src/features/participants/participant.record';
import { C25, entryBody } from './contest-entry';
import { knownCrypto, nameOf, numberOf } from './many-paid';
import { type SignedInPerson, candidateByWechat } from './people';
import type { World } from './world';

/** What one entrant of many differs in. */
export type Planted = {
  readonly name?: string;
  readonly unit: string | null;
  readonly unitType: UnitKind | null;
  readonly coach: string | null;
  readonly unionCard: boolean;
};

/** One real entry to C25, by somebody with WeChat; the others are planted like it. The world needs KNOWN_KEYS. */
export async function firstEntrant(
  world: World,
  who: { readonly person?: SignedInPerson; readonly openid: string; readonly order: number; readonly unit?: string },
) {
  const person = who.person ?? (await candidateByWechat(world, who.openid));
  const told = await entryBody(person, { order: who.order, name: '首位' });
  const body = who.unit === undefined ? told : { ...told, unit: who.unit };
  const { id } = await person.api.ok(contestEntries.enterContest, { params: { id: C25 }, body });
  return { person, id };
}

/** So many more like this entry, accepted, in the order given; their ids in that order. */
export async function plantEntrants(world: World, likeId: string, planted: readonly Planted[]): Promise<string[]> {
  const like = await world.db.read(async (h) => ({
    candidate: await h.repo(candidateRecord).findOneByOrFail({ id: likeId }),
    participant: await h.repo(participantRecord).findOneByOrFail({ candidateId: likeId }),
    own: await h.repo(entryRecord).findOneByOrFail({ id: likeId }),
  }));
  const identity = openIdentity(knownCrypto, like.candidate);
  const all = planted.map((one, place) => {
    const id = newId();
    const name = one.name ?? nameOf(place);
    const sealed = sealIdentity(knownCrypto, id, { ...identity, name, documentNumber: numberOf(place) });
    const keys = { accountKey: null, documentKey: null, personKey: null };
    const { unit, unitType, unionCard } = one;
    const coach = entryWords.sealIf(knownCrypto, id, 'coach', one.coach);
    const submittedAt = (like.participant.submittedAt ?? 0) + 1 + place;
    return {
      candidate: { ...like.candidate, ...keys, ...sealed, id, accountId: null },
      participant: { ...like.participant, id: newId(), candidateId: id, name, submittedAt, state: 'approved' as const },
      own: { ...like.own, id, coach, unit, unitType, unionCard, doubts: null },
    };
  });
  for (let from = 0; from < all.length; from += 100) {
    const some = all.slice(from, from + 100);
    await world.db.tx(async (h) => {
      const candidates = some.map(({ candidate }) => candidate);
      const participants = some.map(({ participant }) => participant);
      const own = some.map((one) => one.own);
      await insert(h, candidateRecord, candidates);
      await insert(h, participantRecord, participants);
      await insert(h, entryRecord, own);
    });
  }
  return all.map(({ candidate }) => candidate.id);
}
