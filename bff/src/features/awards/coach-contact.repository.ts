import { maskPhone } from '@jikaotong/shared/rules/identity';
import { In } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, unlessThere, updateWhere } from '../../platform/db';
import type { Context } from '../../platform/http';
import { type Award, awardRecord, awardWords } from './award.record';
import { type CoachContact, coachContactRecord, contactWords } from './coach-contact.record';

/** What the coach of an entrant is given, for their entrant won. */
export const coachAwardsOf = (h: Handle, candidateId: string): Promise<Award[]> =>
  h.repo(awardRecord).find({ where: { candidateId, recipient: 'coach', state: 'given' }, order: { position: 'ASC' } });

/** How these awards' coaches can be reached, by award. */
export async function contactsAmong(
  h: Handle,
  awardIds: readonly string[],
): Promise<ReadonlyMap<string, CoachContact>> {
  if (awardIds.length === 0) return new Map();
  const rows = await h.repo(coachContactRecord).findBy({ id: In([...awardIds]) });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The coach whom an award goes to. */
export const coachIn = (crypto: Crypto, award: Award): string => awardWords.openIf(crypto, award, 'coach') ?? '';

/** How the coach of an award can be reached, masked; null: nobody has told it. */
export async function contactOf({ h, ports }: Pick<Context, 'h' | 'ports'>, { id }: Pick<Award, 'id'>) {
  const contact = (await contactsAmong(h, [id])).get(id);
  if (!contact) return null;
  return { phoneMasked: maskPhone(contactWords.open(ports.crypto, contact, 'phone')), agreedOn: contact.agreedOn };
}

/** Writes a coach's phone, with the consent that came with it, over what was told before. */
export async function putContact(
  { h, ports, now }: Pick<Context, 'h' | 'ports' | 'now'>,
  { id, candidateId }: Pick<Award, 'id' | 'candidateId'>,
  phone: string,
  byAccountId: string,
): Promise<void> {
  if (candidateId === null) throw new Error(`award ${id} to a coach names no entrant`);
  const sealed = contactWords.seal(ports.crypto, id, 'phone', phone);
  // the row stands first, so that of two who tell it at once neither fails
  await h.run(
    unlessThere(
      h,
      `INSERT INTO award_coach_contact (id, candidate_id, phone, agreed_on, given_by, given_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    [id, candidateId, sealed, now.day, byAccountId, new Date(now.ms)],
  );
  const told = { phone: sealed, agreedOn: now.day, givenBy: byAccountId, givenAt: now.ms };
  await updateWhere(h, coachContactRecord, { id }, told);
}
