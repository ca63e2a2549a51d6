import { type LocalDate, localDate } from '@jikaotong/shared/kernel';
import { In, IsNull, Not } from 'typeorm';
import { type Handle, insert, updateWhere } from '../../platform/db';
import { type Certificate, certificateRecord } from './certificate.record';
import { type Collection, collectionRecord } from './collection.record';

const EMPTY = {
  toldAt: null,
  notice: null,
  method: null,
  askedAt: null,
  recipient: null,
  phone: null,
  address: null,
  agentDocumentType: null,
  agentDocumentNumber: null,
  carrier: null,
  trackingNumber: null,
  sentOn: null,
  collectedOn: null,
  collectedBy: null,
} as const satisfies Omit<Collection, 'id' | 'candidateId'>;

/** Beside each new certificate, its way into the hand. */
export const beginCollections = (h: Handle, certificates: readonly Pick<Certificate, 'id' | 'candidateId'>[]) =>
  insert(
    h,
    collectionRecord,
    certificates.map(({ id, candidateId }) => ({ id, candidateId, ...EMPTY })),
  );

export async function findCollection(h: Handle, certificateId: string): Promise<Collection> {
  const found = await h.repo(collectionRecord).findOneBy({ id: certificateId });
  if (!found) throw new Error(`certificate ${certificateId} has no collection`);
  return found;
}

export const findCollections = (h: Handle, ids: readonly string[]): Promise<Collection[]> =>
  h.repo(collectionRecord).findBy({ id: In([...ids]) });

/** Changes it while the paper is still here; false where it was handed over or sent meanwhile. */
export const changeOnHand = async (h: Handle, id: string, set: Partial<Collection>): Promise<boolean> =>
  (await updateWhere(h, collectionRecord, { id, collectedOn: IsNull(), sentOn: IsNull() }, set)) === 1;

/** Hands it over; false where somebody has it already. What came by courier may be handed over when it came back. */
export const noteCollected = async (h: Handle, id: string, set: Partial<Collection>): Promise<boolean> =>
  (await updateWhere(h, collectionRecord, { id, collectedOn: IsNull() }, set)) === 1;

/** Takes a hand-over back that was noted by mistake; false where there was none. */
export const takeBackCollected = async (h: Handle, id: string, day: Collection['collectedOn']): Promise<boolean> =>
  day !== null &&
  (await updateWhere(h, collectionRecord, { id, collectedOn: day }, { collectedOn: null, collectedBy: null })) === 1;

/** The paper is printed anew: everything begins again, but for what the candidate wished. */
export const beginAgain = (h: Handle, id: string): Promise<number> =>
  updateWhere(
    h,
    collectionRecord,
    { id },
    {
      toldAt: null,
      notice: null,
      carrier: null,
      trackingNumber: null,
      sentOn: null,
      collectedOn: null,
      collectedBy: null,
    },
  );

/** Prints a certificate again under its number; false where it does not hold or was printed again meanwhile. */
export const noteDuplicate = async (
  h: Handle,
  { id, duplicates }: Pick<Certificate, 'id' | 'duplicates'>,
  set: Pick<Certificate, 'duplicatedOn' | 'duplicatedBy' | 'duplicateReason'>,
): Promise<boolean> =>
  (await updateWhere(
    h,
    certificateRecord,
    { id, state: 'issued', duplicates },
    { ...set, duplicates: duplicates + 1 },
  )) === 1;

/** Notes that the official look-up shows it; false where that was noted, or it does not hold. */
export const noteRegistered = async (
  h: Handle,
  id: string,
  by: { readonly on: Certificate['registeredOn']; readonly accountId: string },
): Promise<boolean> =>
  (await updateWhere(
    h,
    certificateRecord,
    { id, state: 'issued', registeredOn: IsNull() },
    { registeredOn: by.on, registeredBy: by.accountId },
  )) === 1;

export const takeBackRegistered = async (h: Handle, { id, registeredOn }: Certificate): Promise<boolean> =>
  registeredOn !== null &&
  (await updateWhere(h, certificateRecord, { id, registeredOn }, { registeredOn: null, registeredBy: null })) === 1;

/** The certificates of a session that hold, by number. */
export const issuedIn = (h: Handle, sessionId: string): Promise<Certificate[]> =>
  h.repo(certificateRecord).find({ where: { sessionId, state: 'issued' }, order: { number: 'ASC' } });

/** Those of them that these hold. */
export async function issuedTo(
  h: Handle,
  { sessionId, candidateIds }: { readonly sessionId: string; readonly candidateIds: readonly string[] },
): Promise<Certificate[]> {
  const found: Certificate[] = [];
  for (let from = 0; from < candidateIds.length; from += 500) {
    const candidateId = In(candidateIds.slice(from, from + 500));
    found.push(...(await h.repo(certificateRecord).findBy({ sessionId, state: 'issued', candidateId })));
  }
  return found;
}

export const findByIds = (h: Handle, ids: readonly string[]): Promise<Certificate[]> =>
  h.repo(certificateRecord).findBy({ id: In([...ids]) });

/** Certificates of a session that hold and that nobody has seen in the official look-up, with the day of the first. */
export async function countToRegister(
  h: Handle,
  sessionId: string,
): Promise<{ readonly waiting: number; readonly since: LocalDate | null }> {
  const [row] = await h.query<{ waiting: number | string; since: string | null }>(
    `SELECT COUNT(*) AS waiting, MIN(issued_on) AS since FROM certificate
     WHERE session_id = ? AND state = 'issued' AND registered_on IS NULL`,
    [sessionId],
  );
  const since = row?.since ?? null;
  return { waiting: Number(row?.waiting ?? 0), since: since === null ? null : localDate(String(since)) };
}

/** Certificates of a session that hold no more and that the official look-up shows still. */
export const countToWithdraw = (h: Handle, sessionId: string): Promise<number> =>
  h.repo(certificateRecord).countBy({ sessionId, state: Not('issued'), registeredOn: Not(IsNull()) });

/** Certificates of a session that their holders want by courier and that nobody has sent. */
export async function countToSend(h: Handle, sessionId: string): Promise<number> {
  const [row] = await h.query<{ count: number | string }>(
    `SELECT COUNT(*) AS count FROM certificate e JOIN certificate_collection l ON l.id = e.id
     WHERE e.session_id = ? AND e.state = 'issued' AND l.method = 'courier' AND l.sent_on IS NULL
       AND l.collected_on IS NULL`,
    [sessionId],
  );
  return Number(row?.count ?? 0);
}
