import {
  REFUSAL_STATUS,
  type RefusalCode,
  type RosterCounterView,
  type StaffRosterCounterView,
} from '@jikaotong/shared/contract';
import { type LocalDate, addDays, earlierOf, laterOf, sumFen } from '@jikaotong/shared/kernel';
import { spanOf, statesThatAre } from '@jikaotong/shared/rules/progress';
import { refusalSentence, rowOutcomeSentence } from '@jikaotong/shared/words';
import { type Context, refuse } from '../../platform/http';
import { presentOffering } from '../applications';
import { type AtCounterOfUnit, atCounterOfUnit, counterDaysFor } from '../counter';
import { type Member, type OpenRoster, feeFenOf, membersOf, toldBy } from './own-roster';
import { findCounter } from './roster-counter.repository';

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
  const days = await counterDaysFor(ctx, frame, counter.openUntil);
  const openUntil = counter.openUntil ?? days.lastDay ?? days.closes;
  const isOver = openUntil !== null && openUntil < ctx.now.day;
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
    feeFen: sumFen(listed.map(({ application }) => feeFenOf(frame, application.offeringCode))),
    openUntil,
    isSet: counter.openUntil !== null,
    isOver,
    counter: days,
    rows: listed.map((one) => {
      const { row, application, at } = one;
      const { candidate } = toldBy(ctx, application);
      return {
        id: row.id,
        position: row.position,
        name: candidate.name ?? '',
        documentTail: candidate.documentNumber?.slice(-4) ?? '',
        offering: presentOffering(frame, application.offeringCode),
        state: application.state,
        isOpen: isOpenAt(one),
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
  latest: latestDay(ctx, open),
});

/** Whoever is confirmed on that day can still pay, and sit. */
export function latestDay({ now }: Pick<Context, 'now'>, { frame }: OpenRoster): LocalDate {
  const { closes } = spanOf(frame.windows, 'payment');
  const before = addDays(frame.examStart, -1);
  return laterOf(now.day, closes === null ? before : earlierOf(closes, before));
}

const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(REFUSAL_STATUS, code);
const staffOutcome = (code: string): string => refusalSentence(isRefusal(code) ? code : 'internal');
