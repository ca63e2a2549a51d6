import { ORDER_STATES, type RosterRowDetail, type RosterRowView, type RosterView } from '@jikaotong/shared/contract';
import { fen, isLocalDate, sumFen } from '@jikaotong/shared/kernel';
import { spanOf, statesThatAre } from '@jikaotong/shared/rules/progress';
import { groupsApply } from '@jikaotong/shared/rules/units';
import { photoRuleSentence, refusalSentence, rowOutcomeSentence } from '@jikaotong/shared/words';
import type { Context, Refused } from '../../platform/http';
import { runningImport } from '../../platform/sheet-imports';
import { MENDABLE, openRejection, openRemark, presentOffering } from '../applications';
import { ticketsOf } from '../sittings';
import {
  type Member,
  type OpenRoster,
  feeFenOf,
  judgeMember,
  keepsOldPhoto,
  membersOf,
  refuseClosed,
  toldBy,
  whereOf,
} from './own-roster';
import { feesOf } from './roster-fees';
import { claimCodeOf } from './claim-code';
import { conditionsOf } from './condition-words';
import { ROSTER_SHEET, rosterColumns } from './roster-columns';
import { linkOf, linkPathOf } from './roster-link.repository';
import { countsAtCounter, findCounter } from './roster-counter.repository';
import { type RosterRow, ordersOfUnit, remindersOf } from './roster.repository';
import { besideWords } from './row-twins';
import { valuesOf } from './row-values';
import { presentDisputes } from './settle-disputes';
import { ownKeyOf } from './write-row';

type Presenting = Pick<Context, 'h' | 'now' | 'ports'>;
const LIVE = statesThatAre('live');

/**
 * Whether a row can be handed in: by the rules, and with the member's word where it is not taken at a counter. After the
 * window (`closed`) only who was sent back.
 */
export const isSubmittable = (open: Pick<OpenRoster, 'frame'>, member: Member, closed: Refused | null): boolean =>
  isReadyAt(open, member, closed) && isFit(member);

/** `ready` or `review`. */
const isFit = (member: Member): boolean => FIT.includes(standingOf(member));
const FIT: readonly Standing[] = ['ready', 'review'];

type Standing = RosterRowView['standing'];
/** As it was judged last; a photo that was objected to is none. */
const standingOf = (member: Member): Standing => {
  const { standing } = member.row;
  return FIT.includes(standing) && keepsOldPhoto(member) ? 'incomplete' : standing;
};

const isReadyAt = (
  open: Pick<OpenRoster, 'frame'>,
  { row, application, sharesPhone }: Member,
  closed: Refused | null,
): boolean =>
  MENDABLE.includes(application.state) &&
  (closed === null || (closed.refused === 'too-late' && application.state === 'returned')) &&
  row.queuedAt === null &&
  row.admission !== 'waiting' &&
  row.disputedAt === null &&
  !isTwin(row) &&
  (whereOf(open) === 'counter'
    ? row.listedAt === null || application.state === 'returned'
    : isConfirmed({ row, sharesPhone }));

/** Whether only the member's own word is wanted, where it is: not at a counter. */
export const awaitsMember = (open: Pick<OpenRoster, 'frame'>, member: Member): boolean =>
  MENDABLE.includes(member.application.state) && whereOf(open) !== 'counter' && !isConfirmed(member);

/** Cannot be confirmed on the phone, because the roster names it for somebody else as well. */
export const isHeldByPhone = (open: Pick<OpenRoster, 'frame'>, member: Member): boolean =>
  member.sharesPhone && awaitsMember(open, member);

/** For the unit to mend, before it can be handed in or after it was sent back. */
export const isProblem = (open: Pick<OpenRoster, 'frame'>, member: Member): boolean =>
  member.application.state === 'returned' ||
  isDisputed(member) ||
  isHeldByPhone(open, member) ||
  (member.application.state === 'draft' && !isFit(member));

/** By the signed form, or by the member; a phone that the roster names for several people proves none. */
export const isConfirmed = ({ row, sharesPhone }: Pick<Member, 'row' | 'sharesPhone'>): boolean =>
  row.confirmedBy === 'form' || (row.confirmedBy === 'phone' && !sharesPhone);

/** Filled in by a member for a document that another row stands for. */
export const isTwin = ({ id, rosterId, rowKey }: Pick<RosterRow, 'id' | 'rosterId' | 'rowKey'>): boolean =>
  rowKey === ownKeyOf(rosterId, id);

/** Waits for something that the member calls wrong, while it can be mended. */
export const isDisputed = ({ row, application }: Pick<Member, 'row' | 'application'>): boolean =>
  row.disputedAt !== null && MENDABLE.includes(application.state);

/** Approved, and in no order that counts. */
export const isToOrder = ({ application }: Member): boolean =>
  application.state === 'approved' && application.orderState !== 'open' && application.orderState !== 'settled';

export async function presentRoster(ctx: Presenting, open: OpenRoster): Promise<RosterView> {
  const { roster, unit, frame } = open;
  const { h, now } = ctx;
  const members = await membersOf(h, roster.id);
  const live = members.filter(({ application }) => LIVE.includes(application.state));
  const feeOf = ({ application }: Member) => feeFenOf(frame, application.offeringCode);
  const window = spanOf(frame.usableWindows, 'application');
  const toOrder = live.filter(isToOrder);
  const closed = refuseClosed(open, now.day);
  const link = await linkOf(h, roster);
  const orders = await ordersOfUnit(h, { unitId: unit.id, sessionId: roster.sessionId });
  const submittable = live.filter((member) => isSubmittable(open, member, closed));
  const waiting = live.filter(({ application }) => MENDABLE.includes(application.state));
  const awaiting = waiting.filter((member) => awaitsMember(open, member));
  const { photo } = frame.notice;
  return {
    id: roster.id,
    unitId: unit.id,
    unitName: unit.name,
    sessionId: roster.sessionId,
    sessionName: frame.sessionName,
    noticeId: frame.notice.id,
    noticeTitle: frame.notice.title.value,
    where: whereOf(open),
    opens: window.opens,
    closes: window.closes,
    closed: closed && { code: closed.refused, data: { ...closed.data } },
    firstReview: { needed: groupsApply(frame.notice)?.firstReview ?? false, declaredAt: roster.firstReviewedAt },
    columns: presentColumns(open),
    photoRule: photo && photoRuleSentence(photo),
    counts: {
      total: live.length,
      standing: {
        ready: countOf(waiting, 'ready'),
        review: countOf(waiting, 'review'),
        incomplete: countOf(waiting, 'incomplete'),
        ineligible: countOf(waiting, 'ineligible'),
      },
      state: countedBy(members.map(({ application }) => application.state)),
      awaiting: { ready: countOf(awaiting, 'ready'), review: countOf(awaiting, 'review') },
      problems: members.filter((member) => isProblem(open, member)).length,
      phoneShared: members.filter((member) => isHeldByPhone(open, member)).length,
      unconfirmed: waiting.filter((member) => !isConfirmed(member)).length,
      submittable: submittable.length,
      resubmittable: submittable.filter(({ application }) => application.state === 'returned').length,
      queued: live.filter(({ row }) => row.queuedAt !== null).length,
      waiting: waiting.filter(({ row }) => row.admission === 'waiting').length,
      disputed: waiting.filter((member) => isDisputed(member)).length,
    },
    feeFen: feesOf(open, live),
    paidFen: sumFen(live.filter(({ application }) => application.orderState === 'settled').map(feeOf)),
    toOrder: { candidates: toOrder.length, fen: sumFen(toOrder.map(feeOf)) },
    orders: orders.map(({ id, number, applicationId, state, totalFen, candidates, payBy }) => ({
      id,
      number,
      applicationId,
      state: ORDER_STATES.find((known) => known === state) ?? 'open',
      totalFen: fen(totalFen),
      candidates,
      payBy: dayIn(payBy),
    })),
    tickets: (
      await ticketsOf(
        h,
        live.map(({ application }) => application.participantId),
      )
    ).length,
    counter: await counterOf(h, roster.id),
    reminded: lastReminded(members),
    link: link && { path: linkPathOf(ctx.ports.crypto, link), at: link.at },
    runningImport: await runningImport(h, { sheet: ROSTER_SHEET, subjectId: roster.id }),
  };
}

const countOf = (members: readonly Member[], standing: Standing): number =>
  members.filter((member) => standingOf(member) === standing).length;

/** The last day on which anybody was asked to confirm, and how many were. */
function lastReminded(members: readonly Member[]): RosterView['reminded'] {
  const days = members.flatMap(({ row }) => row.remindedOn ?? []);
  const on = days.toSorted().at(-1);
  return on === undefined ? null : { on, people: days.filter((day) => day === on).length };
}

/** What is asked of a row; a condition with what the notice prints of it. */
export const presentColumns = (open: OpenRoster): RosterView['columns'] =>
  rosterColumns(open).map(({ key, header, kind, choices = [], required = false }) => ({
    key,
    header,
    kind,
    choices: [...choices],
    required,
    words: key === 'route' ? conditionsOf(open) : [],
  }));

async function counterOf(h: Presenting['h'], rosterId: string): Promise<RosterView['counter']> {
  const counter = await findCounter(h, rosterId);
  const counts = counter && (await countsAtCounter(h, [rosterId])).get(rosterId);
  return counts ? { listed: counts.listed, confirmed: counts.confirmed, until: counter.openUntil } : null;
}

const dayIn = (value: unknown) => {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '').slice(0, 10);
  return isLocalDate(text) ? text : null;
};

const countedBy = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/** What a row was sent back for. */
export const openRemarks = ({ ports }: Pick<Context, 'ports'>, { remarks }: Member): RosterRowView['remarks'] =>
  remarks.map((remark) => openRemark(ports.crypto, remark)).map(({ field, text }) => ({ field, text }));

/** A row as the list shows it; judged on this day while it is still to be handed in. */
export function presentRow(
  ctx: Pick<Context, 'ports' | 'now'>,
  open: OpenRoster,
  member: Member,
  beside: {
    readonly reminders: Awaited<ReturnType<typeof remindersOf>>;
    readonly words: string[];
    readonly hasTicket: boolean;
  },
): RosterRowView {
  const { row, application, sharesPhone } = member;
  const isOpen = MENDABLE.includes(application.state);
  const judged = isOpen ? judgeMember(ctx, member, open.frame) : null;
  const { candidate } = toldBy(ctx, application);
  return {
    id: row.id,
    position: row.position,
    version: application.version,
    name: candidate.name ?? '',
    documentTail: candidate.documentNumber?.slice(-4) ?? '',
    offering: presentOffering(open.frame, application.offeringCode),
    state: application.state,
    standing: judged?.standing ?? row.standing,
    reasons: judged?.reasons ?? [],
    hasPhoto: application.photo !== null,
    confirmed: row.confirmedBy,
    awaitsMember: awaitsMember(open, member),
    claimed: application.accountId !== null,
    admission: row.admission,
    phoneShared: sharesPhone,
    documentTwice: isTwin(row),
    beside: beside.words,
    disputed: isDisputed({ row, application }),
    reminded: (row.remindMessageId !== null && beside.reminders.get(row.remindMessageId)) || null,
    queued: row.queuedAt !== null,
    remarks: openRemarks(ctx, member),
    outcome: isOpen && row.outcome !== null ? rowOutcomeSentence(row.outcome) : null,
    orderState: application.orderState,
    hasTicket: beside.hasTicket,
    feeFen: feeFenOf(open.frame, application.offeringCode),
  };
}

/** A row with everything an agent may see and mend. */
export async function presentRowDetail(ctx: Presenting, open: OpenRoster, member: Member): Promise<RosterRowDetail> {
  const { row, application } = member;
  const { crypto, files } = ctx.ports;
  const isBeside = member.sharesPhone || isTwin(row);
  const words = isBeside ? besideWords(ctx, await membersOf(ctx.h, open.roster.id))(member) : [];
  const hasTicket = (await ticketsOf(ctx.h, [application.participantId])).length > 0;
  return {
    ...presentRow(ctx, open, member, { reminders: await remindersOf(ctx.h, [row]), words, hasTicket }),
    values: valuesOf(toldBy(ctx, application), open),
    rejection: application.state === 'rejected' ? rejectionFor(ctx, application) : null,
    photoUrl: application.photo === null ? null : files.link(application.photo.fileId),
    formUrl: row.formFileId === null ? null : files.link(row.formFileId),
    claimCode: application.accountId === null ? claimCodeOf(crypto, open.roster, row) : null,
    disputes: await presentDisputes(ctx, open, row.id),
  };
}

/** Why it was not approved; of whoever may not take part an agent hears no more than that the body looks into it. */
const rejectionFor = ({ ports }: Pick<Presenting, 'ports'>, application: Member['application']): string | null =>
  application.barredOn === null ? openRejection(ports.crypto, application) : refusalSentence('checked-by-body');
