import type { BodyOf, applications as contract } from '@jikaotong/shared/contract';
import { offeringOf } from '@jikaotong/shared/notice';
import { findFile } from '../../platform/files';
import { type Context, type Outside, refuse } from '../../platform/http';
import { type StoredPhoto, attachInstead, sealIdentity } from '../candidates';
import { changeIf, writeIdentity } from '../participants';
import { MENDABLE, type Reviewed, changedFields, changedSince, marksOf } from './application.policy';
import type { Application, StoredPaper } from './application.record';
import { openApplicant, sealApplicant } from './applicant';
import { changeOwnRow, findFiles } from './application.repository';
import type { Frame } from './frame';
import { guardOf } from './guard';
import { measurePhoto } from './photo-facts';
import { photoFaults } from './submission.policy';
import { judgeTold, mergedApplicant } from './told';
import { openToldParts, sealToldParts } from './told-parts';

type Parts = BodyOf<typeof contract.saveApplication>;

/**
 * Measures the photo that is to be attached, outside any transaction; refuses `file-refused` unless it is one's own.
 */
export async function measureOwnPhoto(outside: Outside, accountId: string, fileId: string): Promise<StoredPhoto> {
  const file = await outside.read((h) => findFile(h, fileId));
  if (file?.ownerAccountId !== accountId || file.purpose !== 'photo')
    return refuse('file-refused', { fileId, reason: 'not-yours' });
  return { fileId, facts: await measurePhoto(await outside.ports.files.read(file)) };
}

/**
 * Saves parts of a draft or of a returned application. Refuses `changed-meanwhile`,
 * `identity-refused` and `photo-refused` (with `data.faults`), `file-refused`.
 */
export async function saveDraft(
  ctx: Context,
  given: {
    row: Application;
    frame: Frame;
    version: number;
    parts: Parts;
    photo: StoredPhoto | null;
    /** A clerk who writes for the candidate attaches the clerk's own scans. */
    clerkId?: string;
  },
): Promise<void> {
  const { row, frame, version, parts } = given;
  if (row.version !== version) refuse('changed-meanwhile');
  const told = openToldParts(ctx.ports.crypto, row);
  const before = { ...row, ...told, candidate: openApplicant(ctx.ports.crypto, row) };
  const candidate = mergedApplicant(before.candidate, parts.candidate ?? {}, ctx.now.day);
  if (parts.candidate) judgeTold(ctx, frame, candidate);
  const photo = parts.photoFileId === undefined ? row.photo : given.photo;
  const faults = parts.photoFileId === undefined ? [] : photoFaults(frame.notice, photo);
  if (faults.length > 0) refuse('photo-refused', { faults });
  refuseUnknownRoute(frame, row.offeringCode, parts.route ?? null);
  const signatureFileId = parts.signatureFileId === undefined ? row.signatureFileId : parts.signatureFileId;
  const papers = parts.papers?.map((paper) => ({ ...paper, number: paper.number ?? null })) ?? told.papers;
  const ownerIds = [row.accountId, given.clerkId].filter((id): id is string => typeof id === 'string');
  await refuseForeignFiles(ctx, row, { ownerIds, parts, attached: told.papers });

  const columns = sealIdentity(ctx.ports.crypto, row.id, candidate);
  const own = {
    facts: parts.facts ?? told.facts,
    route: parts.route === undefined ? row.route : parts.route,
    papers,
    signatureFileId,
  };
  const after = { ...own, photo, candidate: { ...candidate, name: columns.name } };
  const changed = row.state === 'returned' ? changedIn(ctx, row, { before, after }) : [];
  if (!(await changeIf(ctx.h, guardOf(row, MENDABLE), {}))) refuse('changed-meanwhile');
  await writeIdentity(ctx.h, row.id, columns, { photo });
  await changeOwnRow(ctx.h, row.id, {
    ...own,
    ...sealToldParts(ctx.ports.crypto, row.id, own),
    ...sealApplicant(ctx.ports.crypto, row.id, candidate),
    changedFields: changed,
  });
  const shownBefore = filesOf({ ...row, papers: told.papers });
  await attachInstead(ctx.h, row.id, { before: shownBefore, after: filesOf({ photo, signatureFileId, papers }) });
}

/** The files that the form itself shows. */
const filesOf = (form: {
  readonly photo: StoredPhoto | null;
  readonly signatureFileId: string | null;
  readonly papers: readonly StoredPaper[];
}): readonly string[] =>
  [form.photo?.fileId, form.signatureFileId, ...form.papers.flatMap((paper) => paper.fileIds)].filter(
    (fileId): fileId is string => typeof fileId === 'string',
  );

/** What is not as the reviewer saw it: of what was sent back before that was kept, all that was changed since. */
const changedIn = (ctx: Context, row: Application, { before, after }: { before: Reviewed; after: Reviewed }) =>
  row.returnedMarks === null
    ? [...new Set([...row.changedFields, ...changedFields(before, after)])]
    : changedSince(row.returnedMarks, marksOf(ctx.ports.crypto, row.id, after));

function refuseUnknownRoute({ notice }: Frame, offeringCode: string, route: string | null): void {
  if (route === null) return;
  const routes = offeringOf(notice, offeringCode)?.routes ?? [];
  if (routes.length > 0 && !routes.some((candidate) => candidate.code === route))
    refuse('invalid-input', { issues: ['body.route'] });
}

/**
 * Whoever knows the id of a stranger's file must not get it into an application of their own. What is attached already
 * stays: a clerk may have scanned it for the candidate.
 */
async function refuseForeignFiles(
  ctx: Context,
  row: Application,
  given: { ownerIds: readonly string[]; parts: Parts; attached: readonly StoredPaper[] },
): Promise<void> {
  const { ownerIds, parts } = given;
  const attached = new Set(given.attached.flatMap((paper) => paper.fileIds));
  const wanted = [
    ...(parts.signatureFileId && parts.signatureFileId !== row.signatureFileId
      ? [{ id: parts.signatureFileId, purpose: 'signature' }]
      : []),
    ...(parts.papers ?? []).flatMap((paper) =>
      paper.fileIds.filter((id) => !attached.has(id)).map((id) => ({ id, purpose: 'document' })),
    ),
  ];
  const files = await findFiles(
    ctx.h,
    wanted.map(({ id }) => id),
  );
  for (const { id, purpose } of wanted) {
    const file = files.find((candidate) => candidate.id === id);
    if (!file || file.ownerAccountId === null || !ownerIds.includes(file.ownerAccountId) || file.purpose !== purpose)
      refuse('file-refused', { fileId: id, reason: 'not-yours' });
  }
}
