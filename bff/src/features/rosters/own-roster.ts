import type { RosterRowView } from '@jikaotong/shared/contract';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { withinWindow } from '@jikaotong/shared/rules/progress';
import { groupsApply } from '@jikaotong/shared/rules/units';
import { rowReasons } from '@jikaotong/shared/words';
import { type Actor, type Context, type Refused, refuse } from '../../platform/http';
import {
  type Application,
  type Frame,
  type JudgedRow,
  findApplications,
  findFrame,
  judgeContent,
  openApplicant,
  openToldParts,
  type openRemark,
  remarksToAnswer,
} from '../applications';
import { offeringNamesIn } from '../sessions';
import { type Unit, findOwnUnit, findUnit, isAgent } from '../units';
import { LIVE } from '../participants';
import { findLink } from './roster-link.repository';
import { type Roster, type RosterRow, findRoster, isSharedPhone, rowsOf } from './roster.repository';
import type { Reading, Told } from './told-row';

type Asked = Pick<Context, 'h'> & { readonly actor: Pick<Actor, 'accountId'> };

/** A roster with its unit and the frame of its session. */
export type OpenRoster = {
  readonly roster: Roster;
  readonly unit: Unit;
  readonly frame: Frame;
  readonly offeringNames: ReadonlyMap<string, string>;
};

/** The roster of a unit that one acts for now; for everybody else it does not exist. */
export async function loadRoster(asked: Asked, id: string): Promise<OpenRoster> {
  const { roster, unit } = await loadBareRoster(asked, id);
  return openRoster(asked.h, roster, unit);
}

/** The same without what it stands in. */
export async function loadBareRoster({ h, actor }: Asked, id: string): Promise<Pick<OpenRoster, 'roster' | 'unit'>> {
  const roster = (await findRoster(h, id)) ?? refuse('not-found');
  const unit = (await findOwnUnit(h, actor.accountId, roster.unitId)) ?? refuse('not-found');
  return { roster, unit };
}

/** The same for work that goes on after its request: null once whoever asked for it acts for the unit no more. */
export async function rosterNow({ h, actor }: Asked, id: string): Promise<OpenRoster | null> {
  const roster = await findRoster(h, id);
  const unit = roster && (await findUnit(h, roster.unitId));
  if (!roster || unit?.state !== 'approved' || !(await isAgent(h, unit.id, actor.accountId))) return null;
  return openRoster(h, roster, unit);
}

/** The roster behind a link that lives, whose maker acts for the unit; refuses `invitation-invalid`. */
export async function rosterOfLink(h: Context['h'], token: string): Promise<OpenRoster> {
  const link = (await findLink(h, token)) ?? refuse('invitation-invalid');
  const roster = (await findRoster(h, link.rosterId)) ?? refuse('invitation-invalid');
  const unit = (await findOwnUnit(h, link.byAccountId, roster.unitId)) ?? refuse('invitation-invalid');
  return openRoster(h, roster, unit);
}

/** A roster with what it stands in. */
export async function openRoster(h: Context['h'], roster: Roster, unit: Unit): Promise<OpenRoster> {
  const frame = (await findFrame(h, roster.sessionId)) ?? refuse('not-found');
  return { roster, unit, frame, offeringNames: offeringNamesIn(frame) };
}

/** Where groups apply by the notice. */
export const whereOf = ({ frame }: Pick<OpenRoster, 'frame'>) => groupsApply(frame.notice)?.where ?? 'elsewhere';

/** Why rows cannot be added or handed in on a day; null: they can. */
export function refuseClosed({ unit, frame }: OpenRoster, day: Context['now']['day']): Refused | null {
  if (unit.state !== 'approved') return { refused: 'wrong-state', data: { state: `unit-${unit.state}` } };
  if (frame.sessionState !== 'published')
    return { refused: 'wrong-state', data: { state: `session-${frame.sessionState}` } };
  const outside = withinWindow(frame.usableWindows, 'application', day);
  return outside && { refused: outside.code, data: outside.data };
}

export const readingOf = ({ unit, frame, offeringNames }: OpenRoster, day: Context['now']['day']): Reading => ({
  frame,
  offeringNames,
  day,
  isConditionOpen: whereOf({ frame }) === 'elsewhere',
  unitName: unit.name,
});

/** What an application says, as a row. */
export const toldBy = ({ ports }: Pick<Context, 'ports'>, application: Application): Told => {
  const { facts, papers } = openToldParts(ports.crypto, application);
  const { offeringCode, route } = application;
  return { candidate: openApplicant(ports.crypto, application), facts, papers, offeringCode, route };
};

/** How a row stands on a day by the rules that individuals are judged by, and why. */
export function judgeRow(ctx: Pick<Context, 'ports' | 'now'>, application: Application, frame: Frame): Judged {
  return judgeToldRow(ctx, { application, told: toldBy(ctx, application), frame });
}

type Judged = {
  readonly standing: RosterRowView['standing'];
  readonly refused: Refused | null;
  readonly reasons: string[];
};

/** The same of one that says `told`, which need not be opened. */
export function judgeToldRow(
  { now }: Pick<Context, 'now'>,
  given: { readonly application: JudgedRow; readonly told: Told; readonly frame: Frame },
): Judged {
  const { application, frame } = given;
  const { candidate, ...told } = given.told;
  const { refused, assessment } = judgeContent({
    row: application,
    candidate,
    told,
    frame,
    day: now.day,
    channel: channelOf(frame),
  });
  // whoever a list from elsewhere brought has told nothing yet that could be judged
  if (refused?.refused === 'not-eligible' && application.route === null)
    return { standing: 'incomplete', refused, reasons: [...rowReasons('details-missing', { missing: ['route'] })] };
  if (refused === null)
    return { standing: assessment.verdict === 'eligible' ? 'ready' : 'review', refused, reasons: [] };
  const reasons = [...rowReasons(refused.refused, refused.data ?? {})];
  return { standing: refused.refused === 'not-eligible' ? 'ineligible' : 'incomplete', refused, reasons };
}

/** Who applies on a government system hands the papers in as originals. */
export const channelOf = (frame: Frame) => (whereOf({ frame }) === 'elsewhere' ? 'roster-on-paper' : 'roster');

/** What a row costs as a new application. */
export function feeFenOf({ notice }: Frame, offeringCode: string) {
  const fee = feeOf(notice, offeringCode);
  if (!fee.ok) throw new Error(`no fee for ${offeringCode} in ${notice.id}`);
  return fee.value.totalFen;
}

/**
 * A row with its application; `sharesPhone`: the roster names its phone for somebody else as well. `remarks`, sealed: what
 * it was sent back for.
 */
export type Member = {
  readonly row: RosterRow;
  readonly application: Application;
  readonly sharesPhone: boolean;
  readonly remarks: readonly SealedRemark[];
};
type SealedRemark = Parameters<typeof openRemark>[1];

/** Sent back for the photo, which is still the one that was objected to. */
export const keepsOldPhoto = ({ application, remarks }: Pick<Member, 'application' | 'remarks'>): boolean =>
  remarks.some(({ field }) => field === 'photo') && !application.changedFields.includes('photo');

/** How a member stands on a day, and why: by the rules, and an objection to the photo that nobody has met. */
export const judgeMember = (ctx: Pick<Context, 'ports' | 'now'>, member: Member, frame: Frame): Judged =>
  withOldPhoto(member, judgeRow(ctx, member.application, frame));

export function withOldPhoto(member: Member, judged: Judged): Judged {
  if (!keepsOldPhoto(member)) return judged;
  const standing = judged.refused === null ? 'incomplete' : judged.standing;
  return { ...judged, standing, reasons: [OLD_PHOTO, ...judged.reasons] };
}
const OLD_PHOTO = '照片退回以后还没有换，请换一张';

/** All members, in the order of the roster; whose record was erased is left out. */
export async function membersOf(h: Context['h'], rosterId: string): Promise<Member[]> {
  return noteShared(await withApplications(h, await rowsOf(h, rosterId)));
}

/** One row, as `membersOf` has it; null when its record was erased. */
export async function memberOf(h: Context['h'], row: RosterRow): Promise<Member | null> {
  const [member] = await withApplications(h, [row]);
  if (!member) return null;
  const { phoneIndex, documentIndex } = member.application;
  return { ...member, sharesPhone: await isSharedPhone(h, { rosterId: row.rosterId, phoneIndex, documentIndex }) };
}

function noteShared(members: readonly Omit<Member, 'sharesPhone'>[]): Member[] {
  const documents = new Map<string, Set<string>>();
  for (const { application } of members) {
    const { phoneIndex, documentIndex, state } = application;
    if (phoneIndex === null || documentIndex === null || !LIVE.includes(state)) continue;
    documents.set(phoneIndex, (documents.get(phoneIndex) ?? new Set()).add(documentIndex));
  }
  return members.map((member) => {
    const { phoneIndex } = member.application;
    return { ...member, sharesPhone: phoneIndex !== null && (documents.get(phoneIndex)?.size ?? 0) > 1 };
  });
}

async function withApplications(h: Context['h'], rows: readonly RosterRow[]): Promise<Omit<Member, 'sharesPhone'>[]> {
  const found = new Map<string, Application>();
  for (let from = 0; from < rows.length; from += 500)
    for (const one of await findApplications(
      h,
      rows.slice(from, from + 500).map(({ id }) => id),
    ))
      found.set(one.id, one);
  const remarks = await remarksToAnswer(h, [...found.values()]);
  return rows.flatMap((row) => {
    const application = found.get(row.id);
    return application ? [{ row, application, remarks: remarks.get(row.id) ?? [] }] : [];
  });
}
