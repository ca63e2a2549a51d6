import { yearOf } from '@jikaotong/shared/kernel';
import { certificateSeriesOf, certificateNumber, isNumberedLevel } from '@jikaotong/shared/rules/numbering';
import { newId } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { takeNumbers } from '../../platform/numbers';
import { tellAccount } from '../../platform/outbox';
import { type Body, findBody } from '../bodies';
import { loadNoticeVersion } from '../notices';
import { type Admitted, admittedOf, listPaid, report } from '../participants';
import { countOpenScoreReviews } from '../results';
import { type Session, offeringViewOf } from '../sessions';
import { bodyPartFor, judgeIssuing } from './certificate.policy';
import { type NewCertificate, insertCertificates } from './certificate.repository';
import { signCertificate } from './certificate-token';

/**
 * Issues a certificate to everybody of a locked session who passed and has none, and tells them. Returns the id of this
 * act. Refuses `not-published`, `publicity-open`, `review-open`, `number-pattern-wrong`, `numbers-exhausted`.
 */
export async function issueToPassed(ctx: Context, session: Session, byAccountId: string): Promise<string> {
  const openReviews = await countOpenScoreReviews(ctx.h, session.id);
  refuseWhen(judgeIssuing(session, { day: ctx.now.day, openReviews }));
  const body = await findBody(ctx.h, session.bodyId);
  if (!body) throw new Error(`body ${session.bodyId} is gone`);
  const batchId = newId();
  const paid = await listPaid(ctx.h, session.id);
  const ids = paid.filter((row) => row.outcome === 'passed' && row.certificate === null).map(({ id }) => id);
  if (ids.length === 0) return batchId;
  const candidates = await admittedOf(ctx.h, ctx.ports.crypto, ids);
  const certificates = await numbered(ctx, { session, body, candidates, batchId, byAccountId });
  // the prefix of another body with the same filing, or an earlier one
  if (!(await insertCertificates(ctx.h, ctx.ports.crypto, certificates)))
    refuse('number-pattern-wrong', { reason: 'number-taken' });
  await report(ctx.h, ids, { certificate: 'issued', certificateIssuedOn: ctx.now.day });
  ctx.audit('certificates-issued', { sessionId: session.id, batchId }, { certificates: certificates.length });
  const accounts = new Map(candidates.map(({ candidateId, accountId }) => [candidateId, accountId]));
  for (const { candidateId, number } of certificates) {
    const accountId = accounts.get(candidateId) ?? null;
    await tellAccount(ctx, { accountId, candidateId, code: 'certificate-issued', data: { number } });
  }
  return batchId;
}

async function numbered(
  ctx: Context,
  given: {
    session: Session;
    body: Body;
    candidates: readonly Admitted[];
    batchId: string;
    byAccountId: string;
  },
): Promise<NewCertificate[]> {
  const { session, body, candidates, batchId, byAccountId } = given;
  const bodyPart = bodyPartFor(body.certificatePrefix);
  if (typeof bodyPart !== 'string') return refuse(bodyPart.refused, bodyPart.data);
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const issuedOn = ctx.now.day;
  const year = yearOf(issuedOn);
  const certificates: NewCertificate[] = [];
  for (const candidate of candidates) {
    const offering = offeringViewOf(notice, candidate.offeringCode);
    const { level } = offering;
    if (level === null) return refuse('number-pattern-wrong', { reason: 'level-missing' });
    if (!isNumberedLevel(level)) return refuse('number-pattern-wrong', { reason: 'level-without-form', level });
    const sequence = await takeNumbers(ctx.h, `certificate:${certificateSeriesOf({ bodyPart, year, level })}`, 1);
    const made = certificateNumber({ bodyPart, year, level, sequence });
    if (!made.ok) return refuse('numbers-exhausted', { last: made.error.data.last });
    const { name, candidateId, personId, documentType, documentNumber, photoFileId } = candidate;
    const token = signCertificate(ctx.ports.crypto, {
      number: made.value,
      name,
      occupation: offering.occupation,
      level,
      bodyName: body.name,
      issuedOn,
    });
    certificates.push({
      id: newId(),
      bodyId: body.id,
      sessionId: session.id,
      candidateId,
      personId,
      batchId,
      number: made.value,
      state: 'issued',
      name,
      documentType,
      documentNumber,
      photoFileId,
      offering,
      bodyName: body.name,
      issuedOn,
      issuedAt: ctx.now.ms,
      issuedBy: byAccountId,
      token,
    });
  }
  return certificates;
}
