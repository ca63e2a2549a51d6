import { coachContacts as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, action, bodiesOf, query, refuse } from '../../platform/http';
import { hasConsented, loadAccount } from '../accounts';
import { findOwnPlace, loadContest } from '../contests';
import { type Award, findAwardIn } from './award.repository';
import { coachAwardsOf, coachIn, contactOf, putContact } from './coach-contact.repository';

type Asked = Context & { readonly actor: Actor; readonly input: { readonly params: { id: string } } };

/** What a coach of one's own was given; anybody else's entry does not exist. */
async function ownCoachAwards(ctx: Asked) {
  const entry = (await findOwnPlace(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
  return { entry, awards: await coachAwardsOf(ctx.h, entry.id) };
}

const getOwn = query(contract.getCoachContact, async (ctx) => {
  const { entry, awards } = await ownCoachAwards(ctx);
  const [award] = awards;
  if (!award) return { asked: null };
  const { rule } = await loadContest(ctx, entry.noticeId);
  return {
    asked: {
      coach: coachIn(ctx.ports.crypto, award),
      award: awards.map(({ code }) => rule.awards.find((one) => one.code === code)?.name ?? code).join('、'),
      giver: award.giver,
      contact: await contactOf(ctx, award),
    },
  };
});

const give = action(contract.giveCoachContact, {
  handle: async (ctx) => {
    const { entry, awards } = await ownCoachAwards(ctx);
    if (!hasConsented(await loadAccount(ctx.h, ctx.actor.accountId))) refuse('consent-needed');
    if (awards.length === 0) refuse('wrong-state', { state: 'no-coach-award' });
    for (const award of awards) await putContact(ctx, award, ctx.input.body.phone, ctx.actor.accountId);
    ctx.audit('coach-contact-given', { entryId: entry.id, noticeId: entry.noticeId });
    return { done: true as const };
  },
});

/** An award to a coach, in a body where the caller works; of any other kind it has no coach to reach. */
async function coachAward(ctx: Asked): Promise<Award> {
  const bodies = bodiesOf(ctx.actor, contract.getAwardCoach.who);
  const award = (await findAwardIn(ctx.h, bodies, ctx.input.params.id)) ?? refuse('not-found');
  return award.recipient === 'coach' ? award : refuse('wrong-state', { state: 'no-coach-award' });
}

const getOfStaff = query(contract.getAwardCoach, async (ctx) => {
  const award = await coachAward(ctx);
  return { id: award.id, coach: coachIn(ctx.ports.crypto, award), contact: await contactOf(ctx, award) };
});

const note = action(contract.noteAwardCoach, {
  handle: async (ctx) => {
    const award = await coachAward(ctx);
    await putContact(ctx, award, ctx.input.body.phone, ctx.actor.accountId);
    ctx.audit('coach-contact-given', { awardId: award.id, noticeId: award.noticeId });
    return { done: true as const };
  },
});

export const routes = [getOwn, give, getOfStaff, note];
