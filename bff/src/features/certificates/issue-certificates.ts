import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { takeNumbers } from '../../platform/numbers';
import { tellAccount } from '../../platform/outbox';
import { admittedApplicants, report } from '../participants';
import type { Session } from '../sessions';
import { type NewCertificate, insertCertificates } from './certificate.repository';
import { newCertificate } from './new-certificate';
import { type Batch, type Issuable, counterOf, issuableIn, numberIn } from './issuable';

type Made = { readonly certificate: NewCertificate; readonly accountId: string | null };

/** What staff saw and said when they issued. */
type Said = { readonly candidates: number; readonly withoutSeal: boolean; readonly byAccountId: string };

/**
 * Issues a certificate to everybody of a locked session who passed, has none and waits for nothing, and tells them.
 * Returns the id of this act. Refuses `not-published`, `publicity-open`, `number-pattern-wrong`, `numbers-exhausted`,
 * `changed-meanwhile` when they are no longer as many as staff saw, `seal-missing`.
 */
export async function issueToPassed(ctx: Context, session: Session, said: Said): Promise<string> {
  const issuable = await issuableIn(ctx, session);
  if (issuable.candidates !== said.candidates) refuse('changed-meanwhile', { candidates: issuable.candidates });
  if (issuable.body.sealFileId === null && !said.withoutSeal) refuse('seal-missing');
  const batchId = newId();
  const certificates: Made[] = [];
  for (const batch of issuable.batches)
    certificates.push(...(await numbered(ctx, session, { issuable, batch, batchId, byAccountId: said.byAccountId })));
  if (certificates.length === 0) return batchId;
  // the prefix of another body with the same filing, or an earlier one
  if (
    !(await insertCertificates(
      ctx.h,
      ctx.ports.crypto,
      certificates.map(({ certificate }) => certificate),
    ))
  )
    refuse('number-pattern-wrong', { reason: 'number-taken' });
  const ids = issuable.batches.flatMap(({ participants }) => participants.map(({ id }) => id));
  await report(ctx.h, ids, { certificate: 'issued', certificateIssuedOn: ctx.now.day });
  ctx.audit('certificates-issued', { sessionId: session.id, batchId }, { certificates: certificates.length });
  for (const { certificate, accountId } of certificates) {
    const { candidateId, number } = certificate;
    await tellAccount(ctx, { accountId, candidateId, code: 'certificate-issued', data: { number } });
  }
  return batchId;
}

async function numbered(
  ctx: Context,
  session: Session,
  of: { issuable: Issuable; batch: Batch; batchId: string; byAccountId: string },
): Promise<Made[]> {
  const { batch, batchId, byAccountId, issuable } = of;
  const ids = batch.participants.map(({ id }) => id);
  const candidates = await admittedApplicants(ctx.h, ctx.ports.crypto, ids);
  if (candidates.length !== ids.length) throw new Error(`session ${session.id}: a participant is not approved`);
  const first = await takeNumbers(ctx.h, counterOf(batch), candidates.length);
  return candidates.map((candidate, at) => ({
    certificate: newCertificate(ctx, {
      body: issuable.body,
      sessionId: session.id,
      offering: batch.offering,
      candidate,
      number: numberIn(batch, first + at),
      batchId,
      byAccountId,
    }),
    accountId: candidate.accountId,
  }));
}
