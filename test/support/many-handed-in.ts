import { candidateRecord, openIdentity, sealIdentity } from '@jikaotong/bff/features/candidates';
import { insert, newId } from '@jikaotong/bff/platform/db';
import { applicationRecord } from '../../bff/src/features/applications/application.record';
import {
  openAssessment,
  openToldParts,
  sealAssessment,
  sealToldParts,
} from '../../bff/src/features/applications/told-parts';
import { participantRecord } from '../../bff/src/features/participants/participant.record';
import { knownCrypto, nameOf, numberOf } from './many-paid';
import type { World } from './world';

/** So many more like this one but for name and number; the last few with a name of a trial, the first few with a portrait nobody has looked at. */
export async function addHandedIn(
  world: World,
  likeId: string,
  { count, trials, unseen }: { readonly count: number; readonly trials: number; readonly unseen: number },
): Promise<void> {
  const like = await world.db.read(async (h) => ({
    candidate: await h.repo(candidateRecord).findOneByOrFail({ id: likeId }),
    participant: await h.repo(participantRecord).findOneByOrFail({ candidateId: likeId }),
    own: await h.repo(applicationRecord).findOneByOrFail({ id: likeId }),
  }));
  const identity = openIdentity(knownCrypto, like.candidate);
  const told = openToldParts(knownCrypto, like.own);
  const assessment = openAssessment(knownCrypto, like.own);
  if (assessment === null) throw new Error('the first one was handed in and judged');
  const all = Array.from({ length: count }, (_, place) => {
    const id = newId();
    const isTrial = place >= count - trials;
    const isUnseen = place < unseen;
    const name = isTrial ? `测试${nameOf(place)}` : nameOf(place);
    const sealed = sealIdentity(knownCrypto, id, { ...identity, name, documentNumber: numberOf(place) });
    const submittedAt = (like.participant.submittedAt ?? 0) + 1 + place;
    return {
      candidate: { ...like.candidate, accountKey: null, documentKey: null, personKey: null, ...sealed, id },
      participant: { ...like.participant, id: newId(), candidateId: id, name, submittedAt },
      own: {
        ...like.own,
        id,
        ...sealToldParts(knownCrypto, id, told),
        assessment: sealAssessment(knownCrypto, id, assessment),
        doubts: isTrial ? 'trial-name' : null,
        portraitSeen: isUnseen ? null : (like.candidate.photo?.fileId ?? null),
      },
    };
  });
  for (let from = 0; from < count; from += 100) {
    const some = all.slice(from, from + 100);
    await world.db.tx(async (h) => {
      await insert(
        h,
        candidateRecord,
        some.map(({ candidate }) => candidate),
      );
      await insert(
        h,
        participantRecord,
        some.map(({ participant }) => participant),
      );
      await insert(
        h,
        applicationRecord,
        some.map(({ own }) => own),
      );
    });
  }
}
