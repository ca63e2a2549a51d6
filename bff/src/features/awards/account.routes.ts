import { awardAccounts as contract } from '@jikaotong/shared/contract';
import { sumFen } from '@jikaotong/shared/kernel';
import { newId } from '../../platform/db';
import { findFile } from '../../platform/files';
import { type Actor, type Context, action, bodiesOf, query, refuse } from '../../platform/http';
import { presentNoted } from './account.presenter';
import { accountFields, awardsOfEntrant, findAwardIn, putNotedAccount } from './award.repository';

type Asked = Context & { readonly actor: Actor; readonly input: { readonly params: { readonly id: string } } };

/** An award in a body where the caller works, with what its winner gets in all. Refuses `wrong-state` where that is no money. */
async function moneyOf(ctx: Asked) {
  const bodies = bodiesOf(ctx.actor, contract.getAwardAccount.who);
  const award = (await findAwardIn(ctx.h, bodies, ctx.input.params.id)) ?? refuse('not-found');
  const { candidateId, recipient } = award;
  if (recipient !== 'entrant' || candidateId === null) return refuse('wrong-state', { state: 'no-money-won' });
  const given = (await awardsOfEntrant(ctx.h, candidateId)).filter(({ state }) => state === 'given');
  const fen = given.flatMap((one) => one.fen ?? []);
  if (fen.length === 0) return refuse('wrong-state', { state: 'no-money-won' });
  return { award, candidateId, fen: sumFen(fen) };
}

const get = query(contract.getAwardAccount, async (ctx) => presentNoted(ctx, await moneyOf(ctx)));

const note = action(contract.noteAwardAccount, {
  handle: async (ctx) => {
    const { award, candidateId } = await moneyOf(ctx);
    const { scanFileId, ...told } = ctx.input.body;
    const sent = await findFile(ctx.h, scanFileId);
    if (sent?.ownerAccountId !== ctx.actor.accountId || sent.purpose !== 'document')
      refuse('file-refused', { fileId: scanFileId, reason: 'not-yours' });
    const id = newId();
    const sealed = accountFields(ctx.ports.crypto, id, told);
    const by = { scanFileId, notedBy: ctx.actor.accountId, givenAt: ctx.now.ms };
    const row = { id, noticeId: award.noticeId, candidateId, ...sealed, ...by };
    if (!(await putNotedAccount(ctx.h, row))) refuse('wrong-state', { state: 'account-of-winner' });
    ctx.audit('award-account-noted', { awardId: award.id, entryId: candidateId, noticeId: award.noticeId });
    return { done: true as const };
  },
});

export const routes = [get, note];
