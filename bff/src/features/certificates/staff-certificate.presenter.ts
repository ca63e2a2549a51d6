import type { StaffCertificateView } from '@jikaotong/shared/contract';
import type { Crypto } from '../../platform/crypto';
import type { Context } from '../../platform/http';
import { type Candidate, findCandidate, openIdentity } from '../candidates';
import { voidedOn } from './certificate.presenter';
import { type Certificate, certificateWords } from './certificate.record';
import { documentNumberOf, findCertificate, findReplaced } from './certificate.repository';

/** A certificate for the staff that issue them, with what it prints otherwise than it is now. */
export async function presentForStaff(
  ctx: Pick<Context, 'h' | 'ports'>,
  certificate: Certificate,
): Promise<StaffCertificateView> {
  const { id, bodyId, candidateId, number, name, offering, issuedOn, replacedById } = certificate;
  const candidate = await findCandidate(ctx.h, candidateId);
  const by = replacedById === null ? null : await findCertificate(ctx.h, replacedById);
  return {
    id,
    bodyId,
    applicationId: candidateId,
    number,
    state: stateOf(certificate),
    name,
    nameNow: candidate?.name ?? null,
    differs: candidate && candidate.erased === null ? differsIn(ctx.ports.crypto, certificate, candidate) : [],
    offering,
    issuedOn,
    voidedOn: voidedOn(certificate),
    voidReason: certificateWords.openIf(ctx.ports.crypto, certificate, 'voidReason'),
    replacedBy: by?.number ?? null,
    replaces: (await findReplaced(ctx.h, id))?.number ?? null,
  };
}

const stateOf = ({ state, outdatedAt, replacedById }: Certificate): StaffCertificateView['state'] =>
  state === 'issued' ? (outdatedAt === null ? 'issued' : 'to-replace') : replacedById === null ? 'void' : 'replaced';

function differsIn(crypto: Crypto, certificate: Certificate, row: Candidate): StaffCertificateView['differs'] {
  const { name, documentType, documentNumber } = openIdentity(crypto, row);
  const isSameDocument =
    documentType === certificate.documentType && documentNumber === documentNumberOf(crypto, certificate);
  return [
    ...(name === certificate.name ? [] : (['name'] as const)),
    ...(isSameDocument ? [] : (['documentNumber'] as const)),
    ...(row.photo?.fileId === certificate.photoFileId ? [] : (['photo'] as const)),
  ];
}
