import type { ReplyOf, overview as contract } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt, daysBetween } from '@jikaotong/shared/kernel';
import { protestUntil } from '@jikaotong/shared/rules/awards';
import type { Actor, Context } from '../../platform/http';
import { areAwardsProposed, awaitingRanks, awardsLockedAt, openProtestsOf, prizesOf } from '../awards';
import { type Contest, contestStagesOf, countEntries, entrySpanOf, findContest, spanState } from '../contests';
import { firstHeatOf } from '../draws';
import { untakenAttendance } from '../invigilation';
import { hasJudges, unlockedParts } from '../judging';
import { listNoticeRows, loadCalendar } from '../notices';
import { findEvents, findExamDay } from '../sessions';
import { countSeated, countSeatsAt, countTickets } from '../sittings';
import { countTouched, desksAmong, stageProgressOf } from '../stages';
import { countUntrained } from '../trainings';
import {
  type ContestProgress,
  type PrizeProgress,
  contestDutiesOf,
  correctionDutiesOf,
  prizeDutiesOf,
} from './contest-duties.policy';

type Duties = ReplyOf<typeof contract.listDuties>;
type Seen = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

/** How long a competition whose awards are locked stays at hand: money is paid and papers handed out meanwhile. */
const KEPT_DAYS = 180;

/** The competitions of these bodies that are entered now, under way, or were over lately, with what is due in each. */
export async function contestDutiesIn(
  ctx: Seen,
  bodyIds: readonly string[],
): Promise<Pick<Duties, 'items' | 'contests'>> {
  const items: Duties['items'] = [];
  const contests: Duties['contests'] = [];
  for (const { id, kind, bodyId } of await listNoticeRows(ctx.h)) {
    if (kind !== 'competition' || !bodyIds.includes(bodyId)) continue;
    const contest = await findContest(ctx.h, id);
    const found = contest && (await workOn(ctx, contest));
    if (!found) continue;
    contests.push(found.contest);
    items.push(...found.items);
  }
  return { items, contests };
}

/** Null for one that is over, is not held, or that nobody can enter yet. */
async function workOn(ctx: Seen, contest: Contest) {
  const { h, now } = ctx;
  const { notice } = contest;
  const span = entrySpanOf(notice);
  const entry = spanState(span, now.day);
  const { entered, undecided: submitted } = await countEntries(h, notice.id);
  const isComing = entry === 'open' || (entry === 'upcoming' && span.opensOn !== null);
  if (entered === 0 && !isComing) return null;
  const lockedAt = await awardsLockedAt(h, notice.id);
  if (lockedAt !== null && daysBetween(dayAt(lockedAt), now.day) > KEPT_DAYS) return null;
  const prizes = lockedAt === null ? null : { lockedOn: dayAt(lockedAt), ...(await prizesOf(h, contest)) };
  const stages = await stagesOf(ctx, contest);
  const held = stages.filter(({ cancelled }) => !cancelled);
  const stage = held.find(({ desk }) => (desk?.revision ?? 0) === 0) ?? held.at(-1);
  if (!stage) return null;
  const { id: stageId, event, name: stageName } = stage;
  const about = { sessionName: `${stageName}：${notice.title.value}`, bodyId: event.bodyId, noticeId: notice.id };
  const duties = prizes
    ? // awards are listed within the notice's last stage, held or not
      prizeDutiesOf(prizes).map((duty) => ({ ...duty, ...about, sessionId: stages.at(-1)?.id ?? stageId }))
    : contestDutiesOf(
        { entryOver: entry === 'closed', submitted, ...(await progressOf(ctx, contest, { stage, held })) },
        now.day,
      ).map((duty) => ({ ...duty, ...about, sessionId: stageId }));
  return {
    contest: {
      noticeId: notice.id,
      bodyId: event.bodyId,
      title: notice.title.value,
      stageId,
      stageName,
      day: event.firstDay,
      entered,
      published: (stage.desk?.revision ?? 0) > 0,
      ...(prizes && { awards: shownOf(prizes) }),
    },
    items: [...duties, ...(await correctionsIn(ctx, contest, held))],
  };
}

const shownOf = ({ lockedOn, winners, missing, due }: { readonly lockedOn: LocalDate } & PrizeProgress) => ({
  lockedOn,
  winners,
  missing,
  due,
});

type Stage = Awaited<ReturnType<typeof stagesOf>>[number];

/** How far the stage is that is worked on, and what was protested. */
async function progressOf(
  ctx: Seen,
  contest: Contest,
  { stage, held }: { readonly stage: Stage; readonly held: readonly Stage[] },
): Promise<Omit<ContestProgress, 'entryOver' | 'submitted'>> {
  const { h, now } = ctx;
  const { rule } = contest;
  const { id, event, desk } = stage;
  const published = (desk?.revision ?? 0) > 0;
  return {
    stage: {
      ...event,
      frozen: desk !== null,
      published,
      ...(await stageProgressOf(h, id, {
        counts: { theory: rule.weights.theory > 0, skill: rule.weights.skill > 0 },
        accountId: ctx.actor.accountId,
      })),
      unlocked: await unlockedParts(h, id),
      hasRooms: rule.weights.theory === 0 ? null : (await findExamDay(h, id)) !== null,
      drawn: rule.weights.skill === 0 ? null : (await firstHeatOf(h, id)) !== null,
      judged: rule.weights.skill === 0 ? null : await hasJudges(h, id),
      untrained: await countUntrained(h, id),
      seated: await countSeated(h, id),
      ticketed: await countTickets(h, id),
      untaken: desk !== null && !published ? await untakenAttendance(h, id) : 0,
      sittingsToday: await countSeatsAt(h, { sessionId: id, day: now.day }),
    },
    isFirst: stage === held[0],
    isLast: stage === held.at(-1),
    proposed: await areAwardsProposed(h, contest.notice.id),
    ...(await protestsOf(ctx, contest, desk?.publishedAt ?? null)),
  };
}

/** What is due where published ranks are to be corrected, of every stage that is published. */
async function correctionsIn(ctx: Seen, { notice, rule }: Contest, stages: readonly Stage[]): Promise<Duties['items']> {
  const { h, ports, actor } = ctx;
  const awaiting = await awaitingRanks(h, notice.id);
  const counts = { theory: rule.weights.theory > 0, skill: rule.weights.skill > 0 };
  const items: Duties['items'] = [];
  for (const { id, name, event, desk } of stages) {
    if (desk === null || desk.revision === 0) continue;
    const { revision } = desk;
    const { unconfirmed, ownOpen } = await stageProgressOf(h, id, { counts, accountId: actor.accountId });
    const duties = correctionDutiesOf({
      awaiting: awaiting.filter((one) => one.eventId === id && (one.awaitsRevision ?? 0) > revision).length,
      touched: await countTouched(h, ports.crypto, desk),
      unconfirmed,
      ownOpen,
    });
    const about = { sessionId: id, sessionName: `${name}：${notice.title.value}`, bodyId: event.bodyId };
    items.push(...duties.map((duty) => ({ ...duty, ...about, noticeId: notice.id })));
  }
  return items;
}

/** The stages of a competition in their order, with their events and desks. */
async function stagesOf({ h }: Seen, { notice, rule }: Contest) {
  const rows = await contestStagesOf(h, notice.id);
  const ids = rows.map(({ id }) => id);
  const events = await findEvents(h, ids);
  const desks = await desksAmong(h, ids);
  return rule.stages.flatMap(({ code, name }) => {
    const row = rows.find(({ stage }) => stage === code);
    const event = row && events.get(row.id);
    if (!event) return [];
    return [{ id: row.id, name, event, desk: desks.get(row.id) ?? null, cancelled: row.cancelledAt !== null }];
  });
}

/** The protests that wait, by when the first of them is to be decided, and whether nobody can protest any more. */
async function protestsOf({ h, now }: Seen, { notice, rule }: Contest, publishedAt: number | null) {
  const open = await openProtestsOf(h, notice.id);
  const none = { openProtests: open.length, decideBy: null, protestsOver: true };
  if (!rule.protest) return none;
  const calendar = await loadCalendar(h);
  const first = open.toSorted((one, other) => one.filedAt - other.filedAt)[0];
  // no notice says by when: as long as there was to protest
  const by = first && protestUntil(rule.protest, dayAt(first.filedAt), calendar);
  const until = publishedAt === null ? null : protestUntil(rule.protest, dayAt(publishedAt), calendar);
  return {
    ...none,
    decideBy: by?.ok ? by.value : null,
    protestsOver: until === null || !until.ok || now.day > until.value,
  };
}
