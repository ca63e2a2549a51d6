import { awardLists, awards as contract } from '@jikaotong/shared/contract';
import { awardList } from '@jikaotong/shared/lists';
import { dayAt } from '@jikaotong/shared/kernel';
import {
  type Actor,
  type Context,
  action,
  bodiesOf,
  command,
  download,
  pdfFile,
  query,
  refuse,
} from '../../platform/http';
import { type ActContext, type ActOn, serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { maskName } from '@jikaotong/shared/rules/identity';
import { loadContest, loadStaffContest } from '../contests';
import { awardSource } from './award-list.repository';
import { awardsOfContest, findAwardIn, numberedPapers } from './award.repository';
import { nameOf, namesOf, presentBoard, printedOf } from './board.presenter';
import { findBoard } from './board.repository';
import { answerQuestion, joinWritten, lock, propose } from './board-steps';
import { changeGiven, keepAward } from './change-award';
import { giverListOf } from './giver-list';
import { issuePapers, printOf } from './papers';
import { payOut, unpay } from './pay-out';
import { unitListsOf } from './unit-lists';

type Staff = Context & { readonly actor: Actor; readonly input: { readonly params: { id: string } } };

const contestOf = (ctx: Staff) => loadStaffContest(ctx, ctx.input.params.id, contract.getAwardBoard.who);
const present = async (ctx: Staff) => presentBoard(ctx, await contestOf(ctx));

const board = query(contract.getAwardBoard, (ctx) => present(ctx));

const answer = action(contract.answerAward, {
  handle: async (ctx) => {
    await answerQuestion(ctx, await contestOf(ctx), { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return present(ctx);
  },
});

const join = action(contract.joinUnits, {
  handle: async (ctx) => {
    await joinWritten(ctx, await contestOf(ctx), { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return present(ctx);
  },
});

const proposeAll = command(contract.proposeAwards, {
  handle: async (ctx) => {
    const contest = await contestOf(ctx);
    await propose(ctx, contest, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: contest.notice.id };
  },
  present: (ctx) => present(ctx),
});

const lockAll = command(contract.lockAwards, {
  handle: async (ctx) => {
    const contest = await contestOf(ctx);
    await lock(ctx, contest, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: contest.notice.id };
  },
  present: (ctx) => present(ctx),
});

const change = action(contract.changeAward, {
  handle: async (ctx) => {
    const { id } = ctx.input.params;
    const award = (await findAwardIn(ctx.h, bodiesOf(ctx.actor, contract.changeAward.who), id)) ?? refuse('not-found');
    await changeGiven(ctx, award, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return presentBoard(ctx, await loadContest(ctx, award.noticeId));
  },
});

const issue = command(contract.issueAwardPapers, {
  handle: async (ctx) => {
    const contest = await contestOf(ctx);
    await issuePapers(ctx, contest, ctx.input.body.award);
    return { id: contest.notice.id };
  },
  present: (ctx) => present(ctx),
});

const printPapers = download(contract.printAwardPapers, {
  find: async (ctx) => {
    const contest = await contestOf(ctx);
    const { award } = ctx.input.query;
    const papers = await numberedPapers(ctx.h, contest.notice.id, award);
    if (papers.length === 0) refuse('nothing-to-print');
    ctx.audit('award-papers-printed', { noticeId: contest.notice.id }, { award, papers: papers.length });
    const name = contest.rule.awards.find(({ code }) => code === award)?.name ?? award;
    return { print: await printOf(ctx, contest, papers), name };
  },
  render: async ({ ports }, { print, name }) => {
    return pdfFile(name, await ports.pdf.renderPrint(print, new Map()));
  },
});

const printGiver = download(contract.printGiverList, {
  find: async (ctx) => {
    const contest = await contestOf(ctx);
    const { giver = null, reason } = ctx.input.query;
    const found = await giverListOf(ctx, contest, { giver, isOpen: reason !== undefined });
    if (!found) return refuse('nothing-to-print');
    const { document, rows } = found;
    const noted = { list: awardList.name, rows, columns: [], filters: ['giver'], reason: reason ?? null };
    ctx.audit('list-exported', { noticeId: contest.notice.id }, noted);
    return document;
  },
  render: async ({ ports }, document) => {
    return pdfFile(document.title, await ports.pdf.renderPrint(document, new Map()));
  },
});

const printUnits = download(awardLists.printUnitLists, {
  find: async (ctx) => {
    const contest = await contestOf(ctx);
    const { unit = null, reason } = ctx.input.query;
    const found = await unitListsOf(ctx, contest, { unit, isOpen: reason !== undefined });
    if (!found) return refuse('nothing-to-print');
    const { document, rows } = found;
    const noted = { list: awardList.name, rows, columns: [], filters: ['unit'], reason: reason ?? null };
    ctx.audit('list-exported', { noticeId: contest.notice.id }, noted);
    return document;
  },
  render: async ({ ports }, document) => {
    return pdfFile(document.title, await ports.pdf.renderPrint(document, new Map()));
  },
});

/** Names of people are masked, units stand as they are; what was withheld or declined is not there. */
const shown = query(contract.getContestAwards, async (ctx) => {
  const { notice, rule } = await loadContest(ctx, ctx.input.params.id);
  const { lockedAt } = await findBoard(ctx.h, notice.id);
  const given = lockedAt === null ? [] : await awardsOfContest(ctx.h, notice.id);
  const names = await namesOf(ctx.h, given);
  return {
    title: notice.title.value,
    lockedOn: lockedAt === null ? null : dayAt(lockedAt),
    awards: rule.awards.map((award) => ({
      ...printedOf(award),
      lines: given
        .filter(({ code, state }) => code === award.code && state === 'given')
        .map((one) => ({
          to: one.recipient,
          name: one.recipient === 'unit' ? (one.unit ?? '') : maskName(nameOf(ctx, one, names)),
          unit: one.recipient === 'unit' ? null : one.unit,
          rank: one.rank,
        })),
    })),
  };
});

/** An award of a body for whose finance the account is. */
const toPay = async (ctx: ActContext, id: string) =>
  (await findAwardIn(ctx.h, bodiesOf(ctx.actor, awardList.acts.pay.who), id)) ?? refuse('not-found');

const pay: ActOn = async (ctx, { id }, needs) => {
  const said = awardList.acts.pay.needs.parse(needs);
  await payOut(ctx, await toPay(ctx, id), { ...said, byAccountId: ctx.actor.accountId });
  return 1;
};

const takePaymentBack: ActOn = async (ctx, { id }) => {
  await unpay(ctx, await toPay(ctx, id));
  return 0;
};

const keep: ActOn = async (ctx, { id, version }, needs) => {
  const { reason } = awardList.acts.keep.needs.parse(needs);
  const who = bodiesOf(ctx.actor, awardList.acts.keep.who);
  const award = (await findAwardIn(ctx.h, who, id)) ?? refuse('not-found');
  await keepAward(ctx, award, { reason, byAccountId: ctx.actor.accountId });
  return version;
};

const list = serveList(awardList, {
  ...awardSource,
  acts: { pay, unpay: takePaymentBack, keep },
  actorNow: staffActor,
});
export const listJobs = list.jobs;

export const routes = [
  board,
  answer,
  join,
  proposeAll,
  lockAll,
  change,
  issue,
  printPapers,
  printGiver,
  printUnits,
  shown,
  ...list.routes,
];
