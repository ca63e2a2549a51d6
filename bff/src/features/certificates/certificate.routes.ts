import { certificates as contract } from '@jikaotong/shared/contract';
import { certificateList } from '@jikaotong/shared/lists';
import { maskName, normaliseName } from '@jikaotong/shared/rules/identity';
import { normaliseCertificateNumber } from '@jikaotong/shared/rules/numbering';
import { isSameSecret } from '../../platform/crypto';
import { type Actor, type Context, type Route, command, download, query, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { findOwnApplication } from '../applications';
import { findImportedCertificate } from '../imported-records';
import { lockedStaffSession, staffSession } from '../sittings';
import { certificateSource } from './certificate-list.repository';
import { certificateActs } from './certificate-acts';
import { readCertificateToken } from './certificate-token';
import { presentBefore, presentCertificate, voidedOn } from './certificate.presenter';
import { certificatesOf, countCertificates, findByNumber } from './certificate.repository';
import { routes as collectionRoutes } from './collection.routes';
import { routes as printRoutes } from './certificate-print.routes';
import { routes as staffRoutes } from './staff-certificate.routes';
import { routes as staffCollectionRoutes } from './staff-collection.routes';
import { tracking } from './tracking-import';
import { issuableIn, previewOf } from './issuable';
import { issueToPassed } from './issue-certificates';
import { findPrintable, lookupUrlOf, renderCertificate, drawCertificate } from './print-certificate';

const issueCertificates = command(contract.issueCertificates, {
  handle: async (ctx) => {
    const session = await lockedStaffSession(ctx, contract.issueCertificates.who);
    const { candidates, withoutSeal = false } = ctx.input.body;
    return { id: await issueToPassed(ctx, session, { candidates, withoutSeal, byAccountId: ctx.actor.accountId }) };
  },
  present: async (ctx, batchId) => {
    const sessionId = ctx.input.params.id;
    const issued = await countCertificates(ctx.h, { sessionId, batchId });
    return { issued, alreadyIssued: (await countCertificates(ctx.h, { sessionId })) - issued };
  },
});

const previewCertificates = query(contract.previewCertificates, async (ctx) => {
  const session = await staffSession(ctx, contract.previewCertificates.who);
  return previewOf(ctx.h, session, await issuableIn(ctx, session));
});

/** One's own certificate; anybody else's does not exist. */
async function ownCertificate(ctx: Context & { readonly actor: Actor }, applicationId: string) {
  const row = (await findOwnApplication(ctx.h, ctx.actor.accountId, applicationId)) ?? refuse('not-found');
  const [certificate = refuse('not-found'), ...earlier] = await certificatesOf(ctx.h, row.id);
  return { certificate, earlier, lookupUrl: await lookupUrlOf(ctx.h, certificate.sessionId) };
}

const getCertificate = query(contract.getCertificate, async (ctx) => {
  const { certificate, ...beside } = await ownCertificate(ctx, ctx.input.params.id);
  return presentCertificate(ctx.ports, certificate, beside);
});

const downloadCertificate = download(contract.downloadCertificate, {
  find: async (ctx) => findPrintable(ctx.h, (await ownCertificate(ctx, ctx.input.params.id)).certificate),
  render: renderCertificate,
});

const downloadCertificatePicture = download(contract.downloadCertificatePicture, {
  find: async (ctx) => {
    const { certificate } = await ownCertificate(ctx, ctx.input.params.id);
    // a picture goes around and cannot be taken back: none of one that does not hold
    if (certificate.state === 'void') refuse('wrong-state', { state: certificate.state });
    return findPrintable(ctx.h, certificate);
  },
  render: drawCertificate,
});

/** Tells a stranger no more than that a certificate stands: a wrong name and a wrong number get one answer. */
const verifyCertificate = query(contract.verifyCertificate, async (ctx) => {
  const asked = ctx.input.query;
  const token =
    'token' in asked ? (readCertificateToken(ctx.ports.crypto, asked.token) ?? refuse('token-invalid')) : null;
  const claimed = token ?? ('number' in asked ? asked : refuse('not-found'));
  const wanted = normaliseCertificateNumber(claimed.number);
  const certificate = await findByNumber(ctx.h, wanted);
  const before = certificate || token ? null : await findImportedCertificate(ctx.h, wanted);
  // compared also where there is nothing to compare with, so that the time tells nothing
  const sameName = isSameSecret(normaliseName((certificate ?? before)?.name ?? ''), normaliseName(claimed.name));
  if (before && sameName) return presentBefore(ctx.h, before);
  if (!certificate || !sameName) return refuse('not-found');
  const { number, state, name, offering, bodyName, issuedOn } = certificate;
  return {
    number,
    state,
    nameMasked: maskName(name),
    occupation: offering.occupation,
    level: offering.level,
    bodyName,
    issuedOn,
    voidedOn: voidedOn(certificate),
    replaced: certificate.replacedById !== null,
    duplicatedOn: certificate.duplicatedOn,
    fromBefore: false,
  };
});

const list = serveList(certificateList, { ...certificateSource, acts: certificateActs, actorNow: staffActor });
export const jobs = [...list.jobs, ...tracking.jobs];

export const routes: Route[] = [
  previewCertificates,
  issueCertificates,
  ...list.routes,
  getCertificate,
  downloadCertificate,
  downloadCertificatePicture,
  verifyCertificate,
  ...staffRoutes,
  ...collectionRoutes,
  ...staffCollectionRoutes,
  ...printRoutes,
  ...tracking.routes,
];
