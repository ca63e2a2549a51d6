import type { SubjectCode } from '@jikaotong/shared/notice';
import { isDuplicate, newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import {
  type Candidate,
  type RetakeSchemeUsed,
  accountKeyOf,
  attachInstead,
  changeCandidate,
  findByAccountKey,
  retakeKeyOf,
  sessionScope,
} from '../candidates';
import { countExaminedRetakes } from '../participants';
import { type Applicant, openApplicant, sealApplicant } from './applicant';
import type { Application } from './application.record';
import type { Frame } from './frame';
import { emptyRow, insertDraft, newCandidate } from './open-draft';
import { type ToldParts, openToldParts, sealToldParts } from './told-parts';

/** Whose draft it is and what it begins with; `from` null: nothing but the person is known, of passes from before. */
export type RetakeDraft = {
  readonly accountId: string | null;
  readonly frame: Frame;
  readonly offeringCode: string;
  readonly rootId: string;
  readonly subjects: readonly SubjectCode[];
  readonly scheme: RetakeSchemeUsed | null;
  readonly from: Application | null;
  readonly who: Applicant;
};

/**
 * A draft for the subjects that are taken again, with what the last application told: only what has changed since is
 * filled in. Refuses `application-conflict` where the account has a live one there, `retake-under-way` where another
 * retake builds on the same passes, also one begun in this very moment.
 */
export async function openRetake(ctx: Context, wanted: RetakeDraft): Promise<string> {
  const { accountId, frame, offeringCode, rootId, subjects, scheme, from, who } = wanted;
  const { crypto } = ctx.ports;
  const scope = sessionScope(frame.sessionId, offeringCode);
  const accountKey = accountId === null ? null : accountKeyOf(scope, accountId);
  const there = accountKey === null ? null : await findByAccountKey(ctx.h, accountKey);
  if (there) refuse('application-conflict', { applicationId: there.id });
  const id = newId();
  const candidate: Candidate = {
    ...newCandidate(ctx, { id, frame, offeringCode, accountId, accountKey }, who),
    subjects,
    retakeScheme: scheme,
    retakeOfId: rootId,
    retakeKey: retakeKeyOf(rootId, await countExaminedRetakes(ctx.h, rootId)),
  };
  const told: ToldParts = from && from.erased === null ? openToldParts(crypto, from) : { facts: {}, papers: [] };
  const row = {
    ...emptyRow(id, frame, sealToldParts(crypto, id, told)),
    ...sealApplicant(crypto, id, who),
    route: routeIn(frame, offeringCode, from?.route ?? null),
  };
  await insertDraft(ctx, candidate, frame, row).catch((error: unknown) => {
    if (isDuplicate(error, 'uq_candidate_retake')) refuse('retake-under-way');
    if (isDuplicate(error, 'uq_candidate_account')) refuse('application-conflict');
    throw error;
  });
  await keepFiles(ctx, { id, from, told });
  return id;
}

/** The candidate of an earlier application as it stands now. */
export const applicantOf = ({ ports }: Pick<Context, 'ports'>, row: Application): Applicant =>
  openApplicant(ports.crypto, row);

/** The notice may number its conditions otherwise by now. */
const routeIn = ({ notice }: Frame, offeringCode: string, route: string | null): string | null =>
  notice.offerings.some(({ code, routes }) => code === offeringCode && routes.some((one) => one.code === route))
    ? route
    : null;

/** The photo and the scans go on, with a signature to be given anew; what was erased is asked again. */
async function keepFiles(
  ctx: Context,
  { id, from, told }: { readonly id: string; readonly from: Application | null; readonly told: ToldParts },
): Promise<void> {
  if (!from || from.erased !== null) return;
  await changeCandidate(ctx.h, id, { photo: from.photo });
  const files = [from.photo?.fileId, ...told.papers.flatMap(({ fileIds }) => fileIds)];
  const after = files.filter((fileId): fileId is string => typeof fileId === 'string');
  await attachInstead(ctx.h, id, { before: [], after });
}
