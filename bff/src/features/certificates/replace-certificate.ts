import { yearOf } from '@jikaotong/shared/kernel';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { takeNumbers } from '../../platform/numbers';
import { tellAccount } from '../../platform/outbox';
import { findBody } from '../bodies';
import { accountsOf, waitingForPrint } from '../candidates';
import { admittedApplicants, participantsOf, report } from '../participants';
import { bodyPartFor } from './certificate.policy';
import type { Certificate } from './certificate.record';
import { insertCertificates, noteReplaced, voidIfIssued } from './certificate.repository';
import { counterOf, numberIn } from './issuable';
import { newCertificate } from './new-certificate';

/** Which certificate, why, and who says so; the session of the certificate is locked. */
type Decided = { readonly certificate: Certificate; readonly reason: string; readonly accountId: string };

/** Makes a certificate void, and tells its holder why; refuses `wrong-state` where it is already. */
export async function voidCertificate(ctx: Context, { certificate, reason, accountId }: Decided): Promise<void> {
  const { id, candidateId, number } = certificate;
  if (!(await voidIfIssued(ctx, id, { accountId, reason, nowMs: ctx.now.ms })))
    refuse('wrong-state', { state: 'certificate-void' });
  await reportOf(ctx, candidateId, { certificate: 'void' });
  ctx.audit('certificate-voided', { applicationId: candidateId, certificateId: id });
  await tell(ctx, candidateId, { code: 'certificate-voided', data: { number, reason } });
}

/**
 * Issues one with a new number in place of a certificate that holds, or that was made void and nothing stands for yet; gives
 * the new one's id. Refuses `wrong-state`, `data-erased`, `case-open`
 * while nobody has settled how the name is printed, `number-pattern-wrong`, `numbers-exhausted`.
 */
export async function replaceCertificate(ctx: Context, { certificate, reason, accountId }: Decided): Promise<string> {
  const { id, candidateId, sessionId, offering } = certificate;
  if (certificate.replacedById !== null) refuse('wrong-state', { state: 'certificate-replaced' });
  const body = await findBody(ctx.h, certificate.bodyId);
  if (!body) throw new Error(`body ${certificate.bodyId} is gone`);
  const bodyPart = bodyPartFor(body.certificatePrefix);
  if (typeof bodyPart !== 'string') return refuse(bodyPart.refused, bodyPart.data);
  const { level } = offering;
  if (level === null) throw new Error(`certificate ${id} was numbered without a level`);
  const participant = (await participantsOf(ctx.h, [candidateId])).get(candidateId);
  const [candidate = refuse('data-erased')] = participant
    ? await admittedApplicants(ctx.h, ctx.ports.crypto, [participant.id])
    : [];
  if (ctx.ports.pdf.missingGlyphs(candidate.name).length > 0 && (await waitingForPrint(ctx.h, [candidateId])).size > 0)
    refuse('case-open', { of: 'certificate', cases: ['not-printable'] });
  // void first: one at a time holds
  if (certificate.state === 'issued' && !(await voidIfIssued(ctx, id, { accountId, reason, nowMs: ctx.now.ms })))
    refuse('wrong-state', { state: 'certificate-void' });
  const batch = { series: { bodyPart, year: yearOf(ctx.now.day), level } };
  const number = numberIn(batch, await takeNumbers(ctx.h, counterOf(batch), 1));
  const fresh = newCertificate(ctx, {
    body,
    sessionId,
    offering,
    candidate,
    number,
    batchId: newId(),
    byAccountId: accountId,
  });
  if (!(await insertCertificates(ctx.h, ctx.ports.crypto, [fresh])))
    refuse('number-pattern-wrong', { reason: 'number-taken' });
  if (!(await noteReplaced(ctx.h, id, fresh.id))) refuse('wrong-state', { state: 'certificate-replaced' });
  await reportOf(ctx, candidateId, { certificate: 'issued', certificateIssuedOn: ctx.now.day });
  ctx.audit('certificate-replaced', { applicationId: candidateId, certificateId: id });
  await tell(ctx, candidateId, { code: 'certificate-replaced', data: { number, reason } });
  return fresh.id;
}

async function reportOf(ctx: Context, candidateId: string, said: Parameters<typeof report>[2]): Promise<void> {
  const participant = (await participantsOf(ctx.h, [candidateId])).get(candidateId);
  if (participant) await report(ctx.h, [participant.id], said);
}

async function tell(
  ctx: Context,
  candidateId: string,
  what: Pick<Parameters<typeof tellAccount>[1], 'code' | 'data'>,
): Promise<void> {
  const accountId = (await accountsOf(ctx.h, [candidateId])).get(candidateId) ?? null;
  await tellAccount(ctx, { accountId, candidateId, ...what });
}
