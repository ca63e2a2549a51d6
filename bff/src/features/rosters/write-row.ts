import { spanOf } from '@jikaotong/shared/rules/progress';
import { type Context, refuse } from '../../platform/http';
import {
  type Application,
  MENDABLE,
  findApplication,
  guardOf,
  loadFrame,
  mergedApplicant,
  openToldParts,
  saveDraft,
  withdrawApplication,
} from '../applications';
import { tellAccount } from '../../platform/outbox';
import { type StoredPhoto, changeCandidate, deleteCandidate } from '../candidates';
import { LIVE, changeIf } from '../participants';
import { cancelOrder, openOrder } from '../orders';
import { ungroupSlip } from '../counter';
import { documentIndexOf } from '../persons';
import { findUnit } from '../units';
import { type OpenRoster, judgeRow, readingOf } from './own-roster';
import { readRow } from './read-row';
import { type RosterRow, changeRow, deleteRow, findRowByKey } from './roster.repository';
import { settleMended } from './settle-disputes';
import type { Told, Values } from './told-row';

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
  const holder = rowKey === undefined ? null : await freeKey(ctx, rowKey);
  if (holder && holder.id !== id) return false;
  await save(ctx, open, application, change);
  // the key is what guards: somebody else took it in this very moment, and all of this did not happen
  const keyed = rowKey === undefined ? {} : { rowKey };
  if (!(await changeRow(ctx.h, id, { ...keyed, ...UNCONFIRMED }))) refuse('changed-meanwhile');
  await settleMended(ctx, open, await loadApplication(ctx, id), change.agentId);
  const { accountId } = application;
  if (accountId !== null && accountId !== change.agentId)
    await tellAccount(ctx, {
      accountId,
      candidateId: id,
      code: 'roster-row-changed',
      data: { unitName: open.unit.name },
    });
  return true;
}

/** The row that holds a key; whose person has stepped back lets go of it. */
export async function freeKey(ctx: Context, rowKey: string): Promise<RosterRow | null> {
  const holder = await findRowByKey(ctx.h, rowKey);
  if (!holder) return null;
  const application = await findApplication(ctx.h, holder.id);
  if (application && LIVE.includes(application.state)) return holder;
  await changeRow(ctx.h, holder.id, { rowKey: ownKeyOf(holder.rosterId, holder.id) });
  return null;
}

/** The key of a row that stands for no document alone. */
export const ownKeyOf = (rosterId: string, id: string): string => `${rosterId}:${id}`;

/** What no signature and no tap stands for any more. */
export const UNCONFIRMED = { confirmedBy: null, confirmedAt: null, formFileId: null } as const;

/** What is told, or `row-refused` with each column that is wrong. */
export function toldIn({ now }: Pick<Context, 'now'>, open: OpenRoster, values: Values): Told {
  const read = readRow(values, readingOf(open, now.day));
  return 'told' in read ? read.told : refuse('row-refused', { problems: [...read.problems] });
}

/** What a row says once `told` is written over what is known of it. */
export const toldAfter = (known: Told, told: Told, day: Context['now']['day']): Told => ({
  ...told,
  candidate: mergedApplicant(known.candidate, given(told), day),
  papers: mergedPapers(known.papers, told.papers),
});

/** Writes what is told of a row, and judges it anew; `agentId`: whose the files are. Refuses as `saveDraft`. */
export async function save(
  ctx: Context,
  open: OpenRoster,
  row: Application,
  { told, photo, agentId }: Change,
): Promise<void> {
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

/**
 * Takes somebody out; what a member filled in and nobody admitted stays the member's. Refuses `row-claimed`,
 * `changed-meanwhile`, and for what was handed in by the rules of stepping back.
 */
export async function removeRow(ctx: Context, { id, admission }: RosterRow): Promise<void> {
  const application = await loadApplication(ctx, id);
  const { accountId } = application;
  if (accountId !== null && admission === 'waiting') {
    const unit = application.unitId === null ? null : await findUnit(ctx.h, application.unitId);
    await releaseRow(ctx, application);
    const data = { unitName: unit?.name ?? '' };
    await tellAccount(ctx, { accountId, candidateId: id, code: 'roster-row-refused', data });
    return;
  }
  if (accountId !== null) refuse('row-claimed');
  if (application.firstSubmittedOn === null && application.state === 'draft') {
    // who claims it in this very moment keeps it
    if (!(await changeIf(ctx.h, guardOf(application, LIVE), {}))) refuse('changed-meanwhile');
    await deleteCandidate(ctx.h, id);
  } else await withdrawApplication(ctx, application);
  ctx.audit('roster-row-removed', { applicationId: id }, { from: application.state });
}

/**
 * Out of the roster: from now on it is the member's own application, however far it came. What the unit has paid stays paid;
 * what is still owed the member pays alone. Refuses `wrong-state`, `changed-meanwhile`, `too-late` when it could not be paid
 * any more, and as `cancelOrder`.
 */
export async function releaseRow(ctx: Context, application: Application): Promise<void> {
  const { id, state, orderState } = application;
  if (!LIVE.includes(state)) refuse('wrong-state', { state });
  const owes = state === 'approved' && orderState !== 'settled';
  if (owes) await refuseUnpayable(ctx, application);
  if (!(await changeIf(ctx.h, guardOf(application, LIVE), {}))) refuse('changed-meanwhile');
  if (orderState === 'open') await cancelOrder(ctx, { applicationId: id });
  await changeCandidate(ctx.h, id, { unitId: null });
  await ungroupSlip(ctx.h, id);
  await deleteRow(ctx.h, id);
  if (owes) await openOrder(ctx, { applicationId: id });
  ctx.audit('roster-row-released', { applicationId: id }, { from: state });
}

async function refuseUnpayable(ctx: Context, application: Application): Promise<void> {
  const { windows } = await loadFrame(ctx.h, application);
  const { closes } = spanOf(windows, 'payment');
  if (closes !== null && closes < ctx.now.day) refuse('too-late', { closedOn: closes });
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
