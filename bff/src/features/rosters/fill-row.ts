import { type Context, refuse } from '../../platform/http';
import {
  type Application,
  MENDABLE,
  changeOwner,
  findApplication,
  findApplications,
  openDraftOfMember,
  refuseUnmeant,
} from '../applications';
import { type StoredPhoto, phoneIndexOf } from '../candidates';
import { LIVE } from '../participants';
import { lockSession } from '../sessions';
import type { OpenRoster } from './own-roster';
import { FRESH, changeRow, insertRow, isSharedPhone, rowsOfAccount } from './roster.repository';
import { dropDisputes } from './settle-disputes';
import type { Told } from './told-row';
import { freeKey, ownKeyOf, rowKeyOf, save } from './write-row';

type Filled = {
  readonly told: Told;
  readonly photo: StoredPhoto | null;
  readonly accountId: string;
  /** That passes which are kept are given up. */
  readonly forfeitsPasses: boolean;
};

/**
 * Writes a member's own row, which is claim and confirmation in one; a phone that the roster names for several people
 * confirms none. Whether the document stands in the roster already changes nothing that the member sees: the two rows
 * wait side by side, and the unit lets one of them go. Refuses `passes-kept`, `wrong-state`,
 * `application-conflict`, as `saveDraft`.
 */
export async function fillRow(
  ctx: Context,
  open: OpenRoster,
  { told, photo, accountId, forfeitsPasses }: Filled,
): Promise<string> {
  const { roster, frame } = open;
  const { sessionId } = frame;
  // a cancellation at the same time must find this draft, or be found by it
  await lockSession(ctx.h, sessionId);
  const rowKey = rowKeyOf(ctx, roster.id, told);
  const id =
    (await ownRow(ctx, open, told, accountId)) ??
    (await takeEntered(ctx, open, { told, accountId, rowKey })) ??
    (await begin(ctx, open, { told, accountId, rowKey }));
  const application = await load(ctx, id);
  if (!MENDABLE.includes(application.state)) refuse('wrong-state', { state: application.state });
  await refuseUnmeant(ctx, application, frame, forfeitsPasses);
  await save(ctx, open, application, { told, photo, agentId: accountId });
  const holder = await freeKey(ctx, rowKey);
  const key = holder === null || holder.id === id ? rowKey : ownKeyOf(roster.id, id);
  const { phoneIndex, documentIndex } = await load(ctx, id);
  const isProven = !(await isSharedPhone(ctx.h, { rosterId: roster.id, phoneIndex, documentIndex }));
  const confirmed = { confirmedBy: isProven ? ('phone' as const) : null, confirmedAt: isProven ? ctx.now.ms : null };
  const set = { rowKey: key, ...confirmed, formFileId: null, sharedAt: ctx.now.ms };
  // somebody else took the key in this very moment, and all of this did not happen
  if (!(await changeRow(ctx.h, id, set))) refuse('changed-meanwhile');
  await dropDisputes(ctx, id, accountId);
  ctx.audit('roster-row-filled', { applicationId: id, unitId: open.unit.id }, { proven: isProven });
  return id;
}

/** The account's live row for the offering. */
async function ownRow(ctx: Context, { roster }: OpenRoster, told: Told, accountId: string): Promise<string | null> {
  const rows = await rowsOfAccount(ctx.h, roster.id, accountId);
  const own = await findApplications(
    ctx.h,
    rows.map(({ id }) => id),
  );
  return own.find((row) => row.offeringCode === told.offeringCode && LIVE.includes(row.state))?.id ?? null;
}

type Known = { readonly told: Told; readonly accountId: string; readonly rowKey: string };

/** What the unit had entered for this document, name and phone, and nobody has claimed. */
async function takeEntered(ctx: Context, open: OpenRoster, { told, accountId, rowKey }: Known): Promise<string | null> {
  const holder = await freeKey(ctx, rowKey);
  const entered = holder && (await findApplication(ctx.h, holder.id));
  if (!entered || entered.accountId !== null || !MENDABLE.includes(entered.state)) return null;
  const { phoneIndex, documentIndex } = entered;
  const { name, phone } = told.candidate;
  const isTheirs = entered.name === name && phone !== null && phoneIndex === phoneIndexOf(ctx.ports.crypto, phone);
  if (!isTheirs || (await isSharedPhone(ctx.h, { rosterId: open.roster.id, phoneIndex, documentIndex }))) return null;
  await changeOwner(ctx, entered, accountId);
  return entered.id;
}

async function begin(ctx: Context, open: OpenRoster, { told, accountId, rowKey }: Known): Promise<string> {
  const { roster, unit, frame } = open;
  const id = await openDraftOfMember(ctx, { accountId, unitId: unit.id, frame, offeringCode: told.offeringCode });
  const row = { ...FRESH, id, rosterId: roster.id, admission: 'waiting' as const };
  const isFree = (await freeKey(ctx, rowKey)) === null;
  if (!(await insertRow(ctx.h, { ...row, rowKey: isFree ? rowKey : ownKeyOf(roster.id, id) })))
    refuse('changed-meanwhile');
  return id;
}

const load = async (ctx: Pick<Context, 'h'>, id: string): Promise<Application> =>
  (await findApplication(ctx.h, id)) ?? refuse('not-found');
