import { In, IsNull } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import type { Context } from '../../platform/http';
import { type Objection, objectionDecision, objectionRecord } from './invigilation.record';

type Asked = Pick<Objection, 'bodyId' | 'sessionId' | 'slot' | 'participantId' | 'sittingId' | 'askedAt'> & {
  readonly words: string;
};

/** Writes an objection down; one that is open already stays as it is. */
export async function addObjection(h: Handle, crypto: Crypto, { words, ...asked }: Asked): Promise<void> {
  const id = newId();
  const row: Objection = {
    ...asked,
    id,
    openKey: asked.sittingId,
    words: crypto.encryptField(wordsOf(id), words),
    decidedAs: null,
    decidedBy: null,
    decidedAt: null,
    decision: null,
  };
  try {
    await insert(h, objectionRecord, row);
  } catch (error) {
    if (!isDuplicate(error, 'uq_attendance_objection')) throw error;
  }
}

export const openObjections = (h: Handle, sessionId: string, slot: string): Promise<Objection[]> =>
  h.repo(objectionRecord).find({
    where: { sessionId, slot, decidedAs: IsNull() },
    order: { askedAt: 'ASC', id: 'ASC' },
    take: 500,
  });

/** Who of a session objects, and waits to be answered. */
export const objectorsIn = async (h: Handle, sessionId: string): Promise<ReadonlySet<string>> =>
  new Set((await h.repo(objectionRecord).findBy({ sessionId, decidedAs: IsNull() })).map((one) => one.participantId));

/** The sittings of a participant to which an objection is open. */
export const objectedOf = async (h: Handle, participantId: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await h.repo(objectionRecord).findBy({ participantId, decidedAs: IsNull() })).map(({ sittingId }) => sittingId),
  );

export const findObjectionIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<Objection | null> =>
  h.repo(objectionRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

/** Notes what an officer decided, the reason sealed; false when somebody was faster. */
export async function decideObjection(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  id: string,
  { reason, ...by }: Required<Pick<Objection, 'decidedAs' | 'decidedBy' | 'decidedAt'>> & { readonly reason: string },
): Promise<boolean> {
  const decision = objectionDecision.seal(ports.crypto, id, 'decision', reason);
  const set = { ...by, decision, openKey: null };
  return (await updateWhere(h, objectionRecord, { id, decidedAs: IsNull() }, set)) === 1;
}

export const objectionWords = (crypto: Crypto, { id, words }: Objection): string =>
  crypto.decryptField(wordsOf(id), words);

const wordsOf = (row: string) => ({ table: 'attendance_objection', column: 'words', row });
