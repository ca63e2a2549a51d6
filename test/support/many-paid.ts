import { candidateRecord, openIdentity, sealIdentity } from '@jikaotong/bff/features/candidates';
import { cryptoOf } from '@jikaotong/bff/platform/crypto';
import { insert, newId } from '@jikaotong/bff/platform/db';
import { applicationRecord } from '../../bff/src/features/applications/application.record';
import { participantRecord } from '../../bff/src/features/participants/participant.record';
import { citizenNumber } from '../builders/citizen-number';
import type { World } from './world';

const bytes = Buffer.alloc(32, 7);
const key = { id: 'many1', bytes };
export const knownCrypto = cryptoOf({ piiKeys: [key], piiIndexKey: bytes, jwtKeys: [key], ticketKeys: [key] });

/** For `openWorld`: keys that this room knows, to seal what it writes straight into the database. */
export const KNOWN_KEYS = { PII_KEYS: `many1:${bytes.toString('base64')}`, PII_INDEX_KEY: bytes.toString('base64') };

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚';

export const nameOf = (place: number): string =>
  `${SURNAMES[place % 20] ?? ''}${GIVEN[Math.floor(place / 20) % 20] ?? ''}${GIVEN[Math.floor(place / 400) % 20] ?? ''}`;
export const numberOf = (place: number): string =>
  citizenNumber({ birthDate: `199${Math.floor(place / 500)}-03-01`, sex: 'female', order: place });

/**
 * So many more who paid, each like the one of this id but for name and number, written straight into the database; `from`
 * the first of them in the order of `nameOf`, where some were added before.
 */
export const addPaid = (
  world: World,
  likeCandidateId: string,
  count: number,
  { from: first = 0 } = {},
): Promise<void> =>
  world.db.tx(async (h) => {
    const candidate = await h.repo(candidateRecord).findOneByOrFail({ id: likeCandidateId });
    const participant = await h.repo(participantRecord).findOneByOrFail({ candidateId: likeCandidateId });
    const application = await h.repo(applicationRecord).findOneByOrFail({ id: likeCandidateId });
    const identity = openIdentity(knownCrypto, candidate);
    const candidates = Array.from({ length: count }, (_, at) => {
      const place = first + at;
      const id = newId();
      const given = { ...identity, name: nameOf(place), documentNumber: numberOf(place) };
      const keys = { accountId: null, accountKey: null, documentKey: null, personKey: null };
      return { ...candidate, ...keys, ...sealIdentity(knownCrypto, id, given), id };
    });
    const participants = candidates.map(({ id: candidateId, name }) => ({
      ...participant,
      id: newId(),
      candidateId,
      name,
    }));
    const applications = candidates.map(({ id }) => ({ ...application, id, address: null }));
    for (let from = 0; from < count; from += 200) {
      await insert(h, candidateRecord, candidates.slice(from, from + 200));
      await insert(h, applicationRecord, applications.slice(from, from + 200));
      await insert(h, participantRecord, participants.slice(from, from + 200));
    }
  });
