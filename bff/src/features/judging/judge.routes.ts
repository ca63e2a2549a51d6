import { judgePlaces, judging as contract } from '@jikaotong/shared/contract';
import type { Role } from '@jikaotong/shared/contract';
import { type Actor, type Context, type Route, action, bodiesOf, command, refuse } from '../../platform/http';
import { actOf } from './act-row';
import { allowAt } from './allow-at';
import { changePlaces } from './change-places';
import { tellPlaces } from './tell-places';
import {
  type Judge,
  findJudgeIn,
  judgeLinkPath,
  renewLink,
  revokeJudge,
  unvoidJudge,
  voidJudge,
} from './judge.repository';
import { type JudgeAct, addAct, checkMark, decideAct, findActIn, findMark } from './judge-mark.repository';
import { type AtPlace, type JudgedPlace, judgingNow } from './judging-now';
import { type Judging, type MarkingSheet, loadJudging, sheetOf, start, takeJudgingTurn } from './judging.repository';
import { refuseUnheld, refuseUnlessHolder } from './key-holders';
import { putMark, readMarks } from './put-mark';

type Asked = Context & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string } };
};

/** A judge of a body where the caller has one of these roles, while marks are open; any other does not exist. */
async function openJudge(ctx: Asked, roles: readonly Role[]): Promise<{ judge: Judge; judging: Judging }> {
  const judge = (await findJudgeIn(ctx.h, bodiesOf(ctx.actor, roles), ctx.input.params.id)) ?? refuse('not-found');
  const judging = await loadJudging(ctx.h, judge.judgingId);
  await holdOpen(ctx, judging);
  return { judge, judging };
}

async function holdOpen(ctx: Context, judging: Judging): Promise<void> {
  if (!(await takeJudgingTurn(ctx.h, judging))) refuse('wrong-state', { state: 'marks-locked' });
}

const idsOf = ({ stageId, noticeId }: Judging) => ({ stageId, noticeId });

const renew = command(contract.renewJudgeLink, {
  handle: async (ctx) => {
    const { judge, judging } = await openJudge(ctx, contract.renewJudgeLink.who);
    const token = (await renewLink(ctx.h, judge.id)) ?? refuse('wrong-state');
    ctx.audit('judge-link-renewed', idsOf(judging));
    return { id: judge.id, once: judgeLinkPath(token) };
  },
  present: (_, judgeId, once) => Promise.resolve({ judgeId, linkPath: once ?? null }),
});

const places = action(judgePlaces.changeJudgePlaces, {
  handle: async (ctx) => {
    const { judge, judging } = await openJudge(ctx, judgePlaces.changeJudgePlaces.who);
    refuseUnlessHolder(judging, ctx.actor.accountId);
    const { heats, stations } = ctx.input.body;
    await changePlaces(ctx, { judge, judging }, { heats, stations });
    const said = { heats: heats?.map(String) ?? null, stations: stations?.map(String) ?? null };
    ctx.audit('judge-places-changed', { ...idsOf(judging), judgeId: judge.id }, { part: judging.part, ...said });
    await tellPlaces(ctx, { judge, judging }, { heats, stations });
    return { done: true as const };
  },
});

const revoke = action(contract.revokeJudge, {
  handle: async (ctx) => {
    const { judge, judging } = await openJudge(ctx, contract.revokeJudge.who);
    if (!(await revokeJudge(ctx.h, judge.id, ctx.now.ms))) refuse('wrong-state');
    ctx.audit('judge-revoked', idsOf(judging));
    return { done: true as const };
  },
});

const leaveOut = action(judgePlaces.voidJudgeMarks, {
  handle: async (ctx) => {
    const { judge, judging } = await openJudge(ctx, judgePlaces.voidJudgeMarks.who);
    const { voided, reason } = ctx.input.body;
    if (judge.state === 'open') refuse('wrong-state', { state: 'judge-still-judges' });
    const { crypto } = ctx.ports;
    const said = { voidedAt: ctx.now.ms, voidedBy: ctx.actor.accountId, reason };
    const done = voided ? await voidJudge(ctx.h, crypto, judge.id, said) : await unvoidJudge(ctx.h, crypto, judge);
    const isAfresh = !voided && judge.voidedAt !== null;
    if (!done) refuse('wrong-state', { state: isAfresh ? 'judge-seated-afresh' : 'resolved' });
    ctx.audit(voided ? 'judge-marks-voided' : 'judge-marks-restored', idsOf(judging), { part: judging.part });
    return { done: true as const };
  },
});

/** What a judge gave counts, or nothing of it: single marks are not let in again. */
function refuseVoided({ voidedAt }: Judge): void {
  if (voidedAt !== null) refuse('wrong-state', { state: 'judge-voided' });
}

/** A judge at a number as it stands; any other number is not this judge's. */
async function atPlace(
  ctx: Context,
  judging: Judging,
  judge: Judge,
  placeId: string,
): Promise<JudgedPlace & { own: AtPlace }> {
  const now = await judgingNow(ctx.h, ctx.ports.crypto, judging);
  const at = now.places.find(({ place }) => place.id === placeId);
  const own = at?.judges.find((one) => one.judge.id === judge.id);
  return at && own ? { ...at, own } : refuse('not-found');
}

const allow = command(contract.allowJudge, {
  handle: async (ctx) => {
    const { judge, judging } = await openJudge(ctx, contract.allowJudge.who);
    refuseUnlessHolder(judging, ctx.actor.accountId);
    const { place, own } = await atPlace(ctx, judging, judge, ctx.input.params.place);
    if (own.bar === null) refuse('wrong-state', { state: 'judge-not-barred' });
    const { reason } = ctx.input.body;
    await allowAt(ctx, { judge, place, reason, accountId: ctx.actor.accountId });
    ctx.audit('judge-excepted', idsOf(judging), { bar: own.bar });
    return { id: judge.id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

const key = action(contract.keyJudgeMark, {
  handle: async (ctx) => {
    const { judge, judging } = await openJudge(ctx, contract.keyJudgeMark.who);
    refuseUnheld(judging);
    refuseVoided(judge);
    const sheet = (await sheetOf(ctx.h, judging)) ?? refuse('wrong-state', { state: 'no-sheet' });
    const { place, run, own } = await atPlace(ctx, judging, judge, ctx.input.params.place);
    if (own.bar !== null) refuse('wrong-state', { state: 'judge-barred' });
    const { marks, version, reason } = ctx.input.body;
    const read = readMarks(sheet, marks) ?? refuse('sheet-mark-refused');
    if (version > 0 && reason === null && !isSame(own.mark?.marks, read.marks)) refuse('stage-reason-needed');
    const { accountId } = ctx.actor;
    const given = { judgingId: judging.id, judgeId: judge.id, place, run, base: version, ...read };
    const put = await putMark(ctx.h, { ...given, source: 'paper', openBy: accountId });
    if (put === 'marked-otherwise') refuse('changed-meanwhile');
    if (put === 'same') await checkSame(ctx, { judge, placeId: place.id, run, accountId });
    await start(ctx.h, judging.id, ctx.now.ms);
    const said = { judging, judge, place, run, ...read, reason, accountId } as const;
    await addAct(ctx.h, actOf(ctx, { ...said, source: put === 'same' ? 'check' : 'paper' }));
    ctx.audit('judge-mark-keyed', idsOf(judging), { checked: put === 'same', again: version > 0 });
    return { done: true as const };
  },
});

const isSame = (a: readonly number[] | undefined, b: readonly number[]): boolean => a?.join() === b.join();

async function checkSame(
  ctx: Context,
  { judge, placeId, run, accountId }: { judge: Judge; placeId: string; run: number; accountId: string },
): Promise<void> {
  const mark = await findMark(ctx.h, { judgeId: judge.id, placeId, run });
  if (!mark || mark.openBy === null) return refuse('nothing-changed');
  if (mark.openBy === accountId) refuse('same-marker');
  if (!(await checkMark(ctx.h, mark, accountId))) refuse('changed-meanwhile');
}

const decide = command(contract.decideJudgeAct, {
  handle: async (ctx) => {
    const bodies = bodiesOf(ctx.actor, contract.decideJudgeAct.who);
    const act = (await findActIn(ctx.h, bodies, ctx.input.params.id)) ?? refuse('not-found');
    const judging = await loadJudging(ctx.h, act.judgingId);
    const { counts, reason } = ctx.input.body;
    // what came after the lock can only be put aside
    if (counts) await holdOpen(ctx, judging);
    const decided = { accountId: ctx.actor.accountId, reason };
    if (!(await decideAct(ctx, act.id, decided))) refuse('wrong-state', { state: 'resolved' });
    if (counts) await letCount(ctx, { judging, act, reason, accountId: ctx.actor.accountId });
    ctx.audit('judge-conflict-decided', idsOf(judging), { counts });
    return { id: act.id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

/** What did not count by itself counts after all, over whatever stands there. */
async function letCount(
  ctx: Context,
  { judging, act, reason, accountId }: { judging: Judging; act: JudgeAct; reason: string; accountId: string },
): Promise<void> {
  if (act.conflict === 'not-of-this-judge') refuse('wrong-state', { state: 'not-of-this-judge' });
  const sheet: MarkingSheet = (await sheetOf(ctx.h, judging)) ?? refuse('wrong-state', { state: 'no-sheet' });
  const judge = (await findJudgeIn(ctx.h, [judging.bodyId], act.judgeId)) ?? refuse('not-found');
  refuseVoided(judge);
  const { place, run, own } = await atPlace(ctx, judging, judge, act.placeId ?? '');
  const read = readMarks(sheet, act.marks ?? []);
  if (!read || own.bar !== null || run !== act.run) return refuse('sheet-mark-refused');
  const given = { judgingId: judging.id, judgeId: judge.id, place, run, base: null, ...read };
  await putMark(ctx.h, { ...given, source: 'phone', openBy: null });
  await start(ctx.h, judging.id, ctx.now.ms);
  await addAct(ctx.h, actOf(ctx, { judging, judge, place, run, ...read, reason, accountId, source: 'decision' }));
}

export const routes: Route[] = [renew, places, revoke, leaveOut, allow, key, decide];
