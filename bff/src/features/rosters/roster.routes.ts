import { rosterRows, rosters as contract } from '@jikaotong/shared/contract';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { groupsApply, mayApplyAsGroup } from '@jikaotong/shared/rules/units';
import {
  type Actor,
  type Context,
  DEFAULT_PAGE,
  type Route,
  command,
  cursorIn,
  pageOf,
  query,
  refuse,
  refuseWhen,
} from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { MENDABLE, findFrame } from '../applications';
import { listPublishedSessions } from '../sessions';
import { ticketsOf } from '../sittings';
import { findOwnUnit } from '../units';
import { openUnitOrder } from './open-unit-order';
import {
  type Member,
  type OpenRoster,
  loadBareRoster,
  loadRoster,
  membersOf,
  refuseClosed,
  whereOf,
} from './own-roster';
import { openCounter } from './roster-counter.repository';
import { isConfirmed, isDisputed, isProblem, isSubmittable, presentRoster, presentRow } from './roster.presenter';
import {
  countQueued,
  noteFirstReview,
  openRosterOf,
  remindersOf,
  queueRows,
  rostersOfUnit,
  touch,
} from './roster.repository';
import { readingOf } from './signed-scan.repository';
import { SUBMIT_JOB } from './submit-roster.job';
import { besideWords } from './row-twins';

type Asked = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

const presentOwn = async (ctx: Asked, id: string) => presentRoster(ctx, await loadRoster(ctx, id));

const listSessions = query(contract.listUnitSessions, async (ctx) => {
  const unit = (await findOwnUnit(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
  const rosters = await rostersOfUnit(ctx.h, unit.id);
  const items = [];
  for (const session of await listPublishedSessions(ctx.h)) {
    if (session.bodyId !== unit.bodyId) continue;
    const roster = rosters.find(({ sessionId }) => sessionId === session.id) ?? null;
    const frame = await findFrame(ctx.h, session.id);
    const rule = frame && groupsApply(frame.notice);
    if (!frame || !rule) continue;
    const { closes } = spanOf(frame.usableWindows, 'application');
    if (closes !== null && closes < ctx.now.day && roster === null) continue;
    items.push({
      sessionId: session.id,
      sessionName: session.name,
      noticeId: frame.notice.id,
      noticeTitle: frame.notice.title.value,
      where: rule.where,
      text: rule.text,
      source: { ...rule.source },
      allowed: mayApplyAsGroup(rule, unit.kind),
      closes,
      rosterId: roster?.id ?? null,
      waiting: roster === null ? 0 : (await membersOf(ctx.h, roster.id)).filter(SORTS.waiting).length,
    });
  }
  return { items };
});

const openOne = command(contract.openRoster, {
  handle: async (ctx) => {
    const unit = (await findOwnUnit(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
    if (unit.state !== 'approved') refuse('wrong-state', { state: `unit-${unit.state}` });
    const frame = await findFrame(ctx.h, ctx.input.body.sessionId);
    if (frame?.sessionState !== 'published' || frame.bodyId !== unit.bodyId) return refuse('not-found');
    const rule = groupsApply(frame.notice);
    if (!rule || !mayApplyAsGroup(rule, unit.kind)) return refuse('group-not-offered');
    const of = { unitId: unit.id, bodyId: unit.bodyId, sessionId: frame.sessionId, noticeId: frame.notice.id };
    const id = await openRosterOf(ctx.h, { ...of, createdAt: ctx.now.ms });
    ctx.audit('roster-opened', { unitId: unit.id, sessionId: frame.sessionId });
    return { id };
  },
  present: presentOwn,
});

const get = query(contract.getRoster, (ctx) => presentOwn(ctx, ctx.input.params.id));

const work = query(contract.getRosterWork, async (ctx) => {
  const { roster } = await loadBareRoster(ctx, ctx.input.params.id);
  return { queued: await countQueued(ctx.h, roster.id), scans: await readingOf(ctx.h, roster.id) };
});

const SORTS = {
  all: () => true,
  problems: (member: Member, open: OpenRoster) => isProblem(open, member),
  unconfirmed: (member: Member) => member.application.state === 'draft' && !isConfirmed(member),
  waiting: ({ row, application }: Member) => row.admission === 'waiting' && MENDABLE.includes(application.state),
  disputed: isDisputed,
} as const;

const listRows = query(rosterRows.listRosterRows, async (ctx) => {
  const open = await loadRoster(ctx, ctx.input.params.id);
  const { of = 'all', cursor, limit = DEFAULT_PAGE } = ctx.input.query;
  const [after = 0] = cursorIn(cursor, 1) ?? [];
  const members = await membersOf(ctx.h, open.roster.id);
  const besideOf = besideWords(ctx, members);
  const found = members.filter((member) => member.row.position > Number(after) && SORTS[of](member, open));
  const page = pageOf(found.slice(0, limit + 1), limit, ({ row }) => [row.position]);
  const reminders = await remindersOf(
    ctx.h,
    page.items.map(({ row }) => row),
  );
  const tickets = await ticketsOf(
    ctx.h,
    page.items.map(({ application }) => application.participantId),
  );
  const ticketed = new Set(tickets.map(({ liveKey }) => liveKey));
  return {
    next: page.next,
    items: page.items.map((member) =>
      presentRow(ctx, open, member, {
        reminders,
        words: besideOf(member),
        hasTicket: ticketed.has(member.application.participantId),
      }),
    ),
  };
});

const submit = command(contract.submitRoster, {
  handle: async (ctx) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    const { roster } = open;
    const needsReview = groupsApply(open.frame.notice)?.firstReview ?? false;
    if (needsReview && roster.firstReviewedAt === null && !ctx.input.body.firstReviewed) refuse('first-review-needed');
    if (needsReview) await noteFirstReview(ctx.h, roster.id, { accountId: ctx.actor.accountId, nowMs: ctx.now.ms });
    const ids = await submittableIds(ctx, open);
    if (ids.length === 0) refuse('nothing-to-submit');
    await queueRows(ctx.h, ids, ctx.now.ms);
    if (whereOf(open) === 'counter') await openCounter(ctx.h, roster.id, ctx.now.ms);
    await touch(ctx.h, roster.id);
    const { accountId } = ctx.actor;
    await enqueue(ctx.h, {
      kind: SUBMIT_JOB,
      key: `${roster.id}:${roster.version}`,
      dueMs: ctx.now.ms,
      payload: { rosterId: roster.id, accountId },
    });
    ctx.audit('roster-submitted', { unitId: roster.unitId, sessionId: roster.sessionId }, { candidates: ids.length });
    return { id: roster.id };
  },
  present: presentOwn,
});

/** Refuses as `refuseClosed` where nobody was sent back, who may be handed in again. */
async function submittableIds({ h, now }: Pick<Context, 'h' | 'now'>, open: OpenRoster): Promise<string[]> {
  const closed = refuseClosed(open, now.day);
  const members = await membersOf(h, open.roster.id);
  const found = members.filter((member) => isSubmittable(open, member, closed));
  if (found.length === 0) refuseWhen(closed);
  return found.map(({ row }) => row.id);
}

const order = command(contract.openRosterOrder, {
  handle: async (ctx) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    await openUnitOrder(ctx, open);
    return { id: open.roster.id };
  },
  present: presentOwn,
});

export const routes: Route[] = [listSessions, openOne, get, work, listRows, submit, order];
