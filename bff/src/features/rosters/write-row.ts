import { type Context, refuse } from '../../platform/http';
import {
  type Application,
  MENDABLE,
  findApplication,
  openDraftOfNobody,
  openToldParts,
  saveDraft,
  withdrawApplication,
} from '../applications';
import { deleteCandidate, type StoredPhoto } from '../candidates';
import { documentIndexOf } from '../persons';
import { type OpenRoster, judgeRow } from './own-roster';
import { changeRow, findRowByKey, insertRow } from './roster.repository';
import type { Told } from './told-row';

/** By what a person is found in a roster again. */
export const rowKeyOf = (
  { ports }: Pick<Context, 'ports'>,
  rosterId: string,
  { candidate, offeringCode }: Told,
): string => {
  const { documentType, documentNumber } = candidate;
  if (documentType === null || documentNumber === null) throw new Error('a row without a document');
  return `${rosterId}:${offeringCode}:${documentIndexOf(ports.crypto, { documentType, documentNumber }).index}`;
};

/** Writes a new row as a draft of nobody; null when the person stands there already for that offering. */
export async function addRow(ctx: Context, open: OpenRoster, told: Told, agentId: string): Promise<string | null> {
  const { roster, unit, frame } = open;
  const id = await openDraftOfNobody(ctx, { frame, offeringCode: told.offeringCode, unitId: unit.id });
  const isNew = await insertRow(ctx.h, {
    id,
    rosterId: roster.id,
    rowKey: rowKeyOf(ctx, roster.id, told),
    standing: 'incomplete',
    confirmedBy: null,
    confirmedAt: null,
    formFileId: null,
    nextPhoto: null,
    queuedAt: null,
    outcome: null,
  });
  if (!isNew) {
    await deleteCandidate(ctx.h, id);
    return null;
  }
  const application = await loadApplication(ctx, id);
  await save(ctx, open, application, { told, agentId });
  return id;
}

type Change = { readonly told?: Told | undefined; readonly photo?: StoredPhoto | null; readonly agentId: string };

/**
 * Changes a row that is still to be handed in, or was sent back; what the member had confirmed is to be confirmed anew.
 * False when it became somebody who stands there already. Refuses `wrong-state`, `changed-meanwhile` and as `saveDraft`.
 */
export async function rewriteRow(
  ctx: Context,
  open: OpenRoster,
  id: string,
  version: number,
  change: Change,
): Promise<boolean> {
  const application = await loadApplication(ctx, id);
  if (!MENDABLE.includes(application.state)) refuse('wrong-state', { state: application.state });
  if (application.version !== version) refuse('changed-meanwhile');
  const { told } = change;
  if (told && told.offeringCode !== application.offeringCode) refuse('wrong-state', { state: 'offering-fixed' });
  const rowKey = told && rowKeyOf(ctx, open.roster.id, told);
  const holder = rowKey === undefined ? null : await findRowByKey(ctx.h, rowKey);
  if (holder && holder.id !== id) return false;
  await save(ctx, open, application, change);
  // the key is what guards: somebody else took it in this very moment, and all of this did not happen
  if (rowKey !== undefined && !(await changeRow(ctx.h, id, { rowKey, ...UNCONFIRMED }))) refuse('changed-meanwhile');
  return true;
}

const UNCONFIRMED = { confirmedBy: null, confirmedAt: null, formFileId: null } as const;

async function save(ctx: Context, open: OpenRoster, row: Application, { told, photo, agentId }: Change): Promise<void> {
  const { frame } = open;
  const known = openToldParts(ctx.ports.crypto, row);
  await saveDraft(ctx, {
    row,
    frame,
    version: row.version,
    parts: {
      ...(told && {
        candidate: given(told),
        facts: told.facts,
        route: told.route,
        papers: mergedPapers(known.papers, told.papers),
      }),
      ...(photo && { photoFileId: photo.fileId }),
    },
    photo: photo ?? null,
    clerkId: agentId,
  });
  await noteStanding(ctx, open, row.id);
}

/** Judges a row anew and keeps how it stands, for counts. */
export async function noteStanding(ctx: Context, { frame }: OpenRoster, id: string): Promise<void> {
  const { standing } = judgeRow(ctx, await loadApplication(ctx, id), frame);
  await changeRow(ctx.h, id, { standing });
}

/** Takes somebody out. Refuses `row-claimed`, and for what was handed in by the rules of stepping back. */
export async function removeRow(ctx: Context, id: string): Promise<void> {
  const application = await loadApplication(ctx, id);
  if (application.accountId !== null) refuse('row-claimed');
  if (application.firstSubmittedOn === null && application.state === 'draft') await deleteCandidate(ctx.h, id);
  else await withdrawApplication(ctx, application);
  ctx.audit('roster-row-removed', { applicationId: id }, { from: application.state });
}

const loadApplication = async (ctx: Pick<Context, 'h'>, id: string): Promise<Application> =>
  (await findApplication(ctx.h, id)) ?? refuse('not-found');

/** What is told of the person; what is not told stays. */
const given = ({ candidate }: Told) => {
  const { name, origin, documentType, documentNumber, documentExpiresOn, birthDate, sex, phone, employer } = candidate;
  if (name === null || origin === null || documentType === null || documentNumber === null || phone === null)
    throw new Error('a row that was not read whole');
  return {
    name,
    origin,
    documentType,
    documentNumber,
    documentExpiresOn,
    ...(birthDate === null ? {} : { birthDate }),
    ...(sex === null ? {} : { sex }),
    phone,
    employer,
  };
};

/** Scans that are there stay. */
const mergedPapers = (known: Told['papers'], told: Told['papers']) => [
  ...known
    .filter(({ fileIds, document }) => fileIds.length > 0 && !told.some((paper) => paper.document === document))
    .map((paper) => ({ ...paper, fileIds: [...paper.fileIds] })),
  ...told.map((paper) => ({
    ...paper,
    fileIds: [...(known.find(({ document }) => document === paper.document)?.fileIds ?? [])],
  })),
];
