import { rosterResults, rosterRows as contract, waitingRows } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DocumentType } from '@jikaotong/shared/notice';
import { normaliseName } from '@jikaotong/shared/rules/identity';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { type Context, type Route, action, command, query, refuse } from '../../platform/http';
import { type TriedSecret, forgetWrong, hasConsented, loadAccount, noteWrong, phoneOf, waitFor } from '../accounts';
import {
  type Application,
  MENDABLE,
  changeOwner,
  findApplicationsByDocument,
  findFrame,
  loadFrame,
  loadOwnApplication,
  openApplicant,
  refuseUnmeant,
} from '../applications';
import { phoneIndexOf, sealIdentity } from '../candidates';
import { claimEntry, findOwnPlace, waitingEntries } from '../contests';
import { writeIdentity } from '../participants';
import { documentIndexOf } from '../persons';
import { findUnit } from '../units';
import { claimCodeOf } from './claim-code';
import { presentOwnRow } from './own-row.presenter';
import { changeRow, findRoster, findRowOf, isSharedPhone, unclaimedOfPhone } from './roster.repository';

type Claim = {
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  /** That the agent handed out. */
  readonly code?: string | undefined;
};

/** The application or the entry of a competition, or null for a wrong try, which is counted. */
async function claim(ctx: Context, given: Claim, accountId: string): Promise<string | null> {
  const { crypto } = ctx.ports;
  const account = await loadAccount(ctx.h, accountId);
  if (!hasConsented(account)) refuse('consent-needed');
  const phone = phoneOf(crypto, account);
  if (phone === null && given.code === undefined) refuse('phone-not-proven');
  const question: TriedSecret = {
    most: 5,
    withinMs: 24 * 3_600_000,
    key: crypto.blindIndex('wrong-claims', accountId),
  };
  const waitMs = await waitFor(ctx.h, question, ctx.now.wallMs);
  if (waitMs > 0) refuse('too-many-requests', { retryInSeconds: Math.ceil(waitMs / 1000) });
  const row = await findUnclaimed(ctx, given, phone);
  // one door for all that a unit does for its people; a code is that of a roster
  const entry =
    row || phone === null || given.code !== undefined ? null : await claimContest(ctx, given, { accountId, phone });
  if (entry) {
    await forgetWrong(ctx.h, question);
    return entry.id;
  }
  if (!row) {
    await noteWrong(ctx.h, question, ctx.now.wallMs);
    return null;
  }
  await forgetWrong(ctx.h, question);
  await changeOwner(ctx, row, accountId);
  if (phone !== null) await takeOwnPhone(ctx, row, phone);
  return row.id;
}

const claimContest = (
  ctx: Context,
  given: Claim,
  { accountId, phone }: { readonly accountId: string; readonly phone: string },
) => {
  const { index: documentIndex } = documentIndexOf(ctx.ports.crypto, given);
  return claimEntry(ctx, { name: given.name, documentIndex, phone }, accountId);
};

/**
 * Who claims by a code has proven another phone than the unit wrote down: the proven one is the right one. What was signed or
 * handed in is left as it stands; then it is corrected by request.
 */
async function takeOwnPhone(ctx: Context, row: Application, phone: string): Promise<void> {
  const { crypto } = ctx.ports;
  if (!MENDABLE.includes(row.state) || row.phoneIndex === phoneIndexOf(crypto, phone)) return;
  if ((await findRowOf(ctx.h, row.id))?.confirmedBy !== null) return;
  const columns = sealIdentity(crypto, row.id, { ...openApplicant(crypto, row), phone });
  await writeIdentity(ctx.h, row.id, columns, { photo: row.photo });
}

/**
 * Of a roster, nobody's yet, with this name, and this code or phone; a phone that the roster names for several people proves
 * none.
 */
async function findUnclaimed(ctx: Context, given: Claim, phone: string | null): Promise<Application | null> {
  const { index } = documentIndexOf(ctx.ports.crypto, given);
  const phoneIndex = phone === null ? null : phoneIndexOf(ctx.ports.crypto, phone);
  for (const row of await findApplicationsByDocument(ctx.h, index)) {
    if (row.accountId !== null || row.name !== normaliseName(given.name)) continue;
    const entered = row.unitId === null ? null : await findRowOf(ctx.h, row.id);
    if (!entered) continue;
    if (given.code !== undefined) {
      const roster = await findRoster(ctx.h, entered.rosterId);
      if (roster && claimCodeOf(ctx.ports.crypto, roster, entered) === given.code) return row;
      continue;
    }
    if (phoneIndex === null || row.phoneIndex !== phoneIndex) continue;
    if (!(await isSharedPhone(ctx.h, { rosterId: entered.rosterId, phoneIndex, documentIndex: index }))) return row;
  }
  return null;
}

/** The id of this command is the application, or the verdict on a wrong try: it is counted before it is refused. */
const claimOne = command(contract.claimRosterRow, {
  handle: async (ctx) => ({ id: (await claim(ctx, ctx.input.body, ctx.actor.accountId)) ?? NONE }),
  call: () => Promise.resolve(),
  present: async (ctx, id) => {
    if (id === NONE) return refuse('claim-not-found');
    const entry = await findOwnPlace(ctx.h, ctx.actor.accountId, id);
    if (!entry) return { applicationId: id, entryId: null, noticeId: null };
    const isListed = entry.listedOn !== null;
    return { applicationId: null, entryId: isListed ? null : id, noticeId: isListed ? entry.noticeId : null };
  },
});
const NONE = 'none';

const confirmOne = command(contract.confirmOwnRosterRow, {
  handle: async (ctx) => {
    const application = await loadOwnApplication(ctx, ctx.input.params.id);
    const row = (await findRowOf(ctx.h, application.id)) ?? refuse('not-found');
    if (!hasConsented(await loadAccount(ctx.h, ctx.actor.accountId))) refuse('consent-needed');
    if (!MENDABLE.includes(application.state)) refuse('wrong-state', { state: application.state });
    if (application.version !== ctx.input.body.version) refuse('changed-meanwhile');
    if (row.disputedAt !== null) refuse('wrong-state', { state: 'row-disputed' });
    const { forfeitsPasses = false } = ctx.input.body;
    await refuseUnmeant(ctx, application, await loadFrame(ctx.h, application), forfeitsPasses);
    await changeRow(ctx.h, row.id, { confirmedBy: 'phone', confirmedAt: ctx.now.ms });
    ctx.audit('roster-row-confirmed', { applicationId: row.id }, { by: 'phone', forfeitsPasses });
    return { id: row.id };
  },
  present: presentOwnRow,
});

const share = action(rosterResults.shareOwnMarks, {
  handle: async (ctx) => {
    const { id } = await loadOwnApplication(ctx, ctx.input.params.id);
    const row = (await findRowOf(ctx.h, id)) ?? refuse('not-found');
    const { shares } = ctx.input.body;
    await changeRow(ctx.h, row.id, { marksSharedAt: shares ? ctx.now.ms : null });
    ctx.audit('roster-marks-shared', { applicationId: id }, { shares });
    return presentOwnRow(ctx, id);
  },
});

const get = query(contract.getOwnRosterRow, (ctx) => presentOwnRow(ctx, ctx.input.params.id));

/** What waits for whoever has proven the phone; a phone that a roster names for several people tells none of them. */
const waiting = query(waitingRows.listWaitingOwnRows, async (ctx) => {
  const phone = phoneOf(ctx.ports.crypto, await loadAccount(ctx.h, ctx.actor.accountId));
  if (phone === null) return { items: [] };
  const phoneIndex = phoneIndexOf(ctx.ports.crypto, phone);
  const items = new Map<string, { contestId: null; unitName: string; sessionName: string; closes: LocalDate | null }>();
  for (const { rosterId, documentIndex } of await unclaimedOfPhone(ctx.h, phoneIndex)) {
    if (items.has(rosterId) || (await isSharedPhone(ctx.h, { rosterId, phoneIndex, documentIndex }))) continue;
    const roster = await findRoster(ctx.h, rosterId);
    const unit = roster && (await findUnit(ctx.h, roster.unitId));
    const frame = roster && (await findFrame(ctx.h, roster.sessionId));
    if (!unit || !frame) continue;
    const { closes } = spanOf(frame.usableWindows, 'application');
    items.set(rosterId, { contestId: null, unitName: unit.name, sessionName: frame.sessionName, closes });
  }
  const entered = (await waitingEntries(ctx, phoneIndex)).map(({ noticeId, unitName, title }) => {
    return { contestId: noticeId, unitName, sessionName: title, closes: null };
  });
  return { items: [...items.values(), ...entered] };
});

export const routes: Route[] = [waiting, claimOne, get, confirmOne, share];
