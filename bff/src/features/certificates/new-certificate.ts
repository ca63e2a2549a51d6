import type { CertificateView } from '@jikaotong/shared/contract';
import { newId } from '../../platform/db';
import type { Context } from '../../platform/http';
import type { Body } from '../bodies';
import type { AdmittedApplicant } from '../participants';
import type { NewCertificate } from './certificate.repository';
import { signCertificate } from './certificate-token';

/** A certificate of today under this number, as the candidate is now. */
export function newCertificate(
  ctx: Pick<Context, 'now' | 'ports'>,
  of: {
    readonly body: Body;
    readonly sessionId: string;
    readonly offering: CertificateView['offering'];
    readonly candidate: AdmittedApplicant;
    readonly number: string;
    readonly batchId: string;
    readonly byAccountId: string;
  },
): NewCertificate {
  const { body, sessionId, offering, candidate, number, batchId, byAccountId } = of;
  const { name, candidateId, personId, documentType, documentNumber, photoFileId } = candidate;
  if (personId === null) throw new Error(`candidate ${candidateId} is linked to no person`);
  const issuedOn = ctx.now.day;
  const token = signCertificate(ctx.ports.crypto, {
    number,
    name,
    occupation: offering.occupation,
    level: offering.level,
    bodyName: body.name,
    issuedOn,
  });
  return {
    id: newId(),
    bodyId: body.id,
    sessionId,
    candidateId,
    liveKey: candidateId,
    personId,
    batchId,
    number,
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
    outdatedAt: null,
    voidedAt: null,
    voidedBy: null,
    voidReason: null,
    replacedById: null,
    duplicates: 0,
    duplicatedOn: null,
    duplicatedBy: null,
    duplicateReason: null,
    registeredOn: null,
    registeredBy: null,
  };
}
