import {
  REFUSAL_STATUS,
  type RefusalCode,
  type RosterCounterView,
  type StaffRosterCounterView,
} from '@jikaotong/shared/contract';
import { type LocalDate, addDays, earlierOf } from '@jikaotong/shared/kernel';
import { spanOf, statesThatAre } from '@jikaotong/shared/rules/progress';
import { countedOutcomeSentence, rowOutcomeSentence } from '@jikaotong/shared/words';
import { type Context, refuse } from '../../platform/http';
import { type Application, presentOffering } from '../applications';
import { type AtCounterOfUnit, atCounterOfUnit, counterDaysFor } from '../counter';
import { type Member, type OpenRoster, membersOf } from './own-roster';
import { feesOf } from './roster-fees';
import { findCounter } from './roster-counter.repository';
import { isDisputed } from './roster.presenter';

type Presenting = Pick<Context, 'h' | 'now' | 'ports'>;
type Listed = Member & { readonly at: AtCounterOfUnit };

const LIVE = statesThatAre('live');

/** Everybody on the list of a unit, in the order of the roster; who stepped back before is left out. */
export async function listedAt(ctx: Pick<Context, 'h' | 'ports'>, rosterId: string): Promise<Listed[]> {
  const members = (await membersOf(ctx.h, rosterId)).filter(
    ({ row, application }) =>
      row.listedAt !== null && (LIVE.includes(application.state) || application.firstSubmittedOn !== null),
  );
  const standing = await atCounterOfUnit(
    ctx,
    members.map(({ application }) => application),
  );
  return members.flatMap((member) => {
    const at = standing.get(member.row.id);
    return at ? [{ ...member, at }] : [];
  });
}

/** Until when the rest is taken, by the counter and the days alone. */
export async function whenOpen(
  ctx: Pick<Context, 'h' | 'now'>,
  { frame }: Pick<OpenRoster, 'frame'>,
  set: LocalDate | null,
) {
  const days = await counterDaysFor(ctx, frame, set);
  const openUntil = set ?? days.lastDay ?? days.closes;
  return { days, openUntil, isOver: openUntil !== null && openUntil < ctx.now.day };
}

/** Stepped back, not approved or lapsed: it costs nothing, and waits for nothing. */
export const isEnded = (state: Application['state']): boolean => !LIVE.includes(state);

/** Still to be confirmed. */
export const isOpenAt = ({ application, at }: Listed): boolean =>
  application.state === 'draft' && at.state === 'waiting';

/**
 * The list as both sides see it; an agent hears of a refusal no more than of any other row (`rowOutcomeSentence`). Refuses
 * `not-found` before anybody stands on it.
 */
export async function presentCounter(
  ctx: Presenting,
  open: OpenRoster,
  sayOutcome: (code: string) => string = rowOutcomeSentence,
): Promise<RosterCounterView> {
  const { roster, unit, frame } = open;
  const counter = (await findCounter(ctx.h, roster.id)) ?? refuse('not-found');
  const listed = await listedAt(ctx, roster.id);
  const { days, openUntil, isOver } = await whenOpen(ctx, open, counter.openUntil);
  return {
    rosterId: roster.id,
    unitName: unit.name,
    sessionName: frame.sessionName,
    noticeTitle: frame.notice.title.value,
    bodyName: frame.notice.body.name,
    code: counter.code,
    // behind the #, as on the slip of one person
    link: `${ctx.ports.config.publicUrl}/#/packages/unit/counter/index?code=${counter.code}`,
    counts: {
      listed: listed.length,
      confirmed: listed.filter(({ at }) => at.confirmedAt !== null).length,
      open: listed.filter(isOpenAt).length,
      queued: listed.filter(({ at }) => at.queued).length,
    },
    feeFen: feesOf(
      open,
      listed.filter(({ application }) => !isEnded(application.state)),
    ),
    openUntil,
    isSet: counter.openUntil !== null,
    isOver,
    counter: days,
    rows: listed.map((one) => {
      const { row, application, at } = one;
      const { candidate } = at;
      return {
        id: row.id,
        position: row.position,
        name: candidate.name ?? '',
        documentTail: candidate.documentNumber?.slice(-4) ?? '',
        offering: presentOffering(frame, application.offeringCode),
        state: application.state,
        isOpen: isOpenAt(one),
        disputed: isOpenAt(one) && isDisputed(one),
        missing: [...at.missing],
        begun: at.begun,
        confirmedAt: at.confirmedAt,
        queued: at.queued,
        outcome: at.outcome === null ? null : sayOutcome(at.outcome),
      };
    }),
  };
}

/** The same for a clerk. */
export const presentStaffCounter = async (ctx: Presenting, open: OpenRoster): Promise<StaffRosterCounterView> => ({
  ...(await presentCounter(ctx, open, staffOutcome)),
  latest: latestDay(open),
});

/** Whoever is confirmed on that day can still pay, and sit; it may be past. */
export function latestDay({ frame }: Pick<OpenRoster, 'frame'>): LocalDate {
  const { closes } = spanOf(frame.windows, 'payment');
  const before = addDays(frame.examStart, -1);
  return closes === null ? before : earlierOf(closes, before);
}

const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(REFUSAL_STATUS, code);
const staffOutcome = (code: string): string => countedOutcomeSentence(isRefusal(code) ? code : 'internal');
