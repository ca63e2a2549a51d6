import { ownAwards as contract } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { unitNameKey } from '@jikaotong/shared/rules/awards';
import { normaliseName } from '@jikaotong/shared/rules/identity';
import { newId } from '../../platform/db';
import { type Actor, type Context, action, download, pdfFile, query, refuse } from '../../platform/http';
import { hasConsented, loadAccount } from '../accounts';
import { ownsCandidate } from '../candidates';
import { findOwnPlace, loadContest } from '../contests';
import { findOwnUnit } from '../units';
import { accountFields, awardsOfEntrant, awardsOfUnit, findAward, putAccount, setConsent } from './award.repository';
import { nameOf, namesOf, printedOf } from './board.presenter';
import { findBoard } from './board.repository';
import { presentOwn } from './own.presenter';
import { printOf } from './papers';
import { remindOn } from './tell-awarded';

type Mine = Context & { readonly actor: Actor; readonly input: { readonly params: { id: string } } };

/** One's own entry with its competition; anybody else's does not exist. */
async function own(ctx: Mine) {
  const entry = (await findOwnPlace(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
  return { entry, contest: await loadContest(ctx, entry.noticeId) };
}

const present = async (ctx: Mine) => {
  const { entry, contest } = await own(ctx);
  return presentOwn(ctx, contest, entry.id);
};

const mine = query(contract.listMyAwards, (ctx) => present(ctx));

const account = action(contract.giveAwardAccount, {
  handle: async (ctx) => {
    const { entry, contest } = await own(ctx);
    if (!hasConsented(await loadAccount(ctx.h, ctx.actor.accountId))) refuse('consent-needed');
    const awards = await awardsOfEntrant(ctx.h, entry.id);
    if (!awards.some(({ fen, state }) => fen !== null && state === 'given'))
      refuse('wrong-state', { state: 'no-money' });
    // staff note another one's account, from a form that the winner has signed
    const name = (await namesOf(ctx.h, awards)).get(entry.id) ?? '';
    if (normaliseName(ctx.input.body.holder) !== normaliseName(name))
      refuse('wrong-state', { state: 'account-not-own' });
    const id = newId();
    const { id: noticeId } = contest.notice;
    const told = accountFields(ctx.ports.crypto, id, ctx.input.body);
    await putAccount(ctx.h, { id, noticeId, candidateId: entry.id, ...told, givenAt: ctx.now.ms, ...BY_WINNER });
    ctx.audit('award-account-given', { entryId: entry.id, noticeId });
    return presentOwn(ctx, contest, entry.id);
  },
});

const BY_WINNER = { notedBy: null, scanFileId: null };

const consent = action(contract.consentToDatabase, {
  handle: async (ctx) => {
    const { entry, contest } = await own(ctx);
    const codes = contest.rule.awards.flatMap(({ code, gives }) => (gives === 'database' ? [code] : []));
    const ids = (await awardsOfEntrant(ctx.h, entry.id)).flatMap(({ id, code }) => (codes.includes(code) ? [id] : []));
    if (ids.length === 0) refuse('wrong-state', { state: 'no-database' });
    const { consents } = ctx.input.body;
    await setConsent(ctx.h, ids, { consents, consentedAt: ctx.now.ms });
    ctx.audit('talent-consent-said', { entryId: entry.id, noticeId: contest.notice.id }, { consents });
    return presentOwn(ctx, contest, entry.id);
  },
});

const paper = download(contract.getAwardPaper, {
  find: async (ctx) => {
    const award = await findAward(ctx.h, ctx.input.params.id);
    const isMine =
      award?.recipient === 'entrant' &&
      award.candidateId !== null &&
      (await ownsCandidate(ctx.h, ctx.actor.accountId, award.candidateId));
    if (!award || !isMine) return refuse('not-found');
    if (award.paperNumber === null || award.state !== 'given') refuse('nothing-to-print');
    const contest = await loadContest(ctx, award.noticeId);
    return { print: await printOf(ctx, contest, [award]), number: award.paperNumber };
  },
  render: async ({ ports }, { print, number }) => {
    return pdfFile(`证书-${number ?? ''}`, await ports.pdf.renderPrint(print, new Map()));
  },
});

const ofUnit = query(contract.listUnitAwards, async (ctx) => {
  const unit = (await findOwnUnit(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
  // a unit is found by its name, and anybody may register under a name: until staff have approved it, it has none
  if (unit.state !== 'approved') return { items: [] };
  const awards = await awardsOfUnit(ctx.h, unit.bodyId, unitNameKey(unit.name));
  const names = await namesOf(ctx.h, awards);
  const items = [];
  for (const award of awards) {
    if (award.state !== 'given') continue;
    const { notice, rule } = await loadContest(ctx, award.noticeId);
    const printed = rule.awards.find(({ code }) => code === award.code);
    const { lockedAt } = await findBoard(ctx.h, award.noticeId);
    if (!printed || lockedAt === null) continue;
    const { id, recipient: to, rank, paperNumber } = award;
    const due = remindOn(printed, dayAt(lockedAt));
    const about = { id, title: notice.title.value, to, recipient: nameOf(ctx, award, names), rank, paperNumber };
    items.push({ ...about, ...printedOf(printed), remindOn: due });
  }
  return { items };
});

export const routes = [mine, account, consent, paper, ofUnit];
