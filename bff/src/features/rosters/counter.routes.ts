import { rosterCounters as contract } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { applicationStateWord, fullDayWords, offeringWords, weekdayWord, yuanWords } from '@jikaotong/shared/words';
import { type Print, qrBars } from '../../platform/pdf';
import {
  type Actor,
  type Context,
  type Route,
  bodiesOf,
  command,
  download,
  pdfFile,
  query,
  refuse,
} from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { changeSlips, counterDaysFor, readSlipCode } from '../counter';
import { agentsOf, findUnit } from '../units';
import { COUNTED_JOB } from './confirm-counted.job';
import { type OpenRoster, loadRoster, openRoster } from './own-roster';
import {
  isEnded,
  isOpenAt,
  latestDay,
  listedAt,
  presentCounter,
  presentStaffCounter,
  whenOpen,
} from './roster-counter.presenter';
import {
  countCounted,
  countersOf,
  countsAtCounter,
  counterByCode,
  findCounter,
  keepOpen,
} from './roster-counter.repository';
import { isDisputed } from './roster.presenter';
import { type Roster, findRoster, lockRoster } from './roster.repository';

type Asked = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

const CLERKS = contract.listRosterCounters.who;
/** As many as a body has at work at once. */
const MOST_LISTED = 200;

/** A roster of the clerk's bodies. */
async function findForClerk({ h, actor }: Pick<Asked, 'h' | 'actor'>, id: string): Promise<Roster> {
  const roster = (await findRoster(h, id)) ?? refuse('not-found');
  return bodiesOf(actor, CLERKS).includes(roster.bodyId) ? roster : refuse('not-found');
}

async function loadForClerk(ctx: Asked, id: string): Promise<OpenRoster> {
  const { h } = ctx;
  const roster = await findForClerk(ctx, id);
  return openRoster(h, roster, (await findUnit(h, roster.unitId)) ?? refuse('not-found'));
}

const presentToClerk = async (ctx: Asked, id: string) => presentStaffCounter(ctx, await loadForClerk(ctx, id));

const getOwn = query(contract.getRosterCounter, async (ctx) =>
  presentCounter(ctx, await loadRoster(ctx, ctx.input.params.id)),
);

const print = download(contract.downloadRosterSlip, {
  find: async (ctx) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    const view = await presentCounter(ctx, open);
    const { counter, openUntil, code } = view;
    ctx.audit(
      'roster-slip-printed',
      { unitId: open.unit.id, sessionId: open.roster.sessionId },
      {
        candidates: view.counts.listed,
      },
    );
    const drawn: Print = {
      print: 'roster-slip',
      title: '集体现场报名单',
      body: view.bodyName,
      exam: view.sessionName,
      foot: `${fullDayWords(ctx.now.day)} ${timeAt(ctx.now.ms)} 打印`,
      unit: view.unitName,
      code: code.replaceAll(/(.{5})(?=.)/g, '$1 '),
      bars: qrBars(view.link, 100),
      total: yuanWords(view.feeFen),
      until: openUntil === null ? '' : `${fullDayWords(openUntil)}（${weekdayWord(openUntil)}）`,
      where: `${counter.address}　${counter.hours.map(({ from, to }) => `${from}–${to}`).join('、')}`,
      people: view.rows.map(({ position, name, documentTail, offering, missing, isOpen, disputed, state }) => ({
        position,
        name,
        document: `尾号 ${documentTail}`,
        offering: offeringWords(offering),
        papers: disputed
          ? '本人说有信息不对，先改好或答复'
          : isOpen
            ? missing.join('；')
            : isEnded(state)
              ? applicationStateWord(state)
              : '已受理',
      })),
    };
    return { drawn, title: `集体现场报名单-${view.unitName}` };
  },
  render: async ({ ports }, { drawn, title }) => pdfFile(title, await ports.pdf.renderPrint(drawn, new Map())),
});

const list = query(contract.listRosterCounters, async (ctx) => {
  const counters = await countersOf(ctx.h, {
    bodyIds: bodiesOf(ctx.actor, CLERKS),
    today: ctx.now.day,
    most: MOST_LISTED,
  });
  const counts = await countsAtCounter(
    ctx.h,
    counters.map(({ id }) => id),
  );
  return {
    items: counters.flatMap(({ id, code, unitName, sessionName }) => {
      const { listed = 0, confirmed = 0 } = counts.get(id) ?? {};
      return listed > 0 ? [{ rosterId: id, code, unitName, sessionName, listed, confirmed }] : [];
    }),
  };
});

/** Numbers and papers of everybody: who looked, and when, is kept. */
const openByCode = query(contract.openRosterSlip, async (ctx) => {
  const code = readSlipCode(ctx.input.params.code);
  const id = (await counterByCode(ctx.h, bodiesOf(ctx.actor, CLERKS), code)) ?? refuse('not-found');
  const open = await loadForClerk(ctx, id);
  ctx.audit('roster-slip-opened', { unitId: open.unit.id, sessionId: open.roster.sessionId });
  return presentStaffCounter(ctx, open);
});

const getOne = query(contract.getStaffRosterCounter, (ctx) => presentToClerk(ctx, ctx.input.params.id));

const work = query(contract.getRosterCounterWork, async (ctx) => {
  const { id } = await findForClerk(ctx, ctx.input.params.id);
  return { queued: await countCounted(ctx.h, id) };
});

const confirmCounted = command(contract.confirmRosterCounted, {
  handle: async (ctx) => {
    const { id } = ctx.input.params;
    const { count, except } = ctx.input.body;
    const open = await loadForClerk(ctx, id);
    // of two clerks at once the second counts what the first has left
    await lockRoster(ctx.h, id);
    const counter = (await findCounter(ctx.h, id)) ?? refuse('not-found');
    const { isOver, openUntil } = await whenOpen(ctx, open, counter.openUntil);
    if (isOver) refuse('counter-window', { when: 'after', closedOn: openUntil });
    const meant = (await listedAt(ctx, id)).filter(
      (one) => isOpenAt(one) && !isDisputed(one) && !one.at.queued && !except.includes(one.row.id),
    );
    if (meant.length !== count) refuse('wrong-state', { state: 'count-differs' });
    await changeSlips(
      ctx.h,
      meant.map(({ row }) => row.id),
      { queuedAt: ctx.now.ms, queuedBy: ctx.actor.accountId, outcome: null },
    );
    await enqueue(ctx.h, {
      kind: COUNTED_JOB,
      key: `${id}:${ctx.now.wallMs}`,
      dueMs: ctx.now.ms,
      payload: { rosterId: id },
    });
    const about = { unitId: open.unit.id, sessionId: open.roster.sessionId };
    ctx.audit('roster-counted', about, { candidates: count });
    return { id };
  },
  present: presentToClerk,
});

const keep = command(contract.keepRosterOpen, {
  handle: async (ctx) => {
    const { id } = ctx.input.params;
    const { until } = ctx.input.body;
    const open = await loadForClerk(ctx, id);
    const latest = latestDay(open);
    if (latest < ctx.now.day) refuse('too-late', { closedOn: latest });
    if (until < ctx.now.day || until > latest) refuse('invalid-input', { issues: ['body.until'] });
    // a year whose days off nobody knows yet is no reason to refuse
    const { lastDay } = await counterDaysFor(ctx, open.frame, until);
    if (lastDay !== null && lastDay !== until) refuse('wrong-state', { state: 'counter-closed-then' });
    await lockRoster(ctx.h, id);
    const rest = (await listedAt(ctx, id)).filter(isOpenAt);
    if (rest.length === 0) refuse('wrong-state', { state: 'nobody-open' });
    await keepOpen(ctx.h, id, { openUntil: until, setBy: ctx.actor.accountId });
    await changeSlips(
      ctx.h,
      rest.map(({ row }) => row.id),
      { openUntil: until },
    );
    ctx.audit('roster-kept-open', { unitId: open.unit.id, sessionId: open.roster.sessionId }, { until });
    const data = { unitName: open.unit.name, sessionName: open.frame.sessionName, open: rest.length, until };
    for (const { accountId } of await agentsOf(ctx.h, open.unit.id))
      await tellAccount(ctx, { accountId, bodyId: open.roster.bodyId, code: 'unit-counter-open', data });
    return { id };
  },
  present: presentToClerk,
});

export const routes: Route[] = [getOwn, print, list, openByCode, getOne, work, confirmCounted, keep];
