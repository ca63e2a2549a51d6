import { type Role, messages as contract } from '@jikaotong/shared/contract';
import { maskPhone } from '@jikaotong/shared/rules/identity';
import type { Handle } from '../../platform/db';
import { type Actor, type Context, type Route, action, bodiesOf, query, refuse } from '../../platform/http';
import { loadAccount, phoneOf, setTextMessagesOff } from '../accounts';
import { type Body, findBody, setTextMessages } from '../bodies';
import { USUAL_A_MONTH } from './text-message.policy';
import { listMonths } from './text-message.repository';

const MONTHS_SHOWN = 12;

async function presentOwn({ h, ports }: Pick<Context, 'h' | 'ports'>, accountId: string) {
  const account = await loadAccount(h, accountId);
  const phone = phoneOf(ports.crypto, account);
  return { isOn: !account.textMessagesOff, phoneMasked: phone === null ? null : maskPhone(phone) };
}

const getOwn = query(contract.getOwnTextMessages, (ctx) => presentOwn(ctx, ctx.actor.accountId));

const setOwn = action(contract.setOwnTextMessages, {
  handle: async (ctx) => {
    await setTextMessagesOff(ctx.h, ctx.actor.accountId, !ctx.input.body.isOn);
    return presentOwn(ctx, ctx.actor.accountId);
  },
});

/** The body, if the caller has one of the roles there; else it does not exist for the caller. */
async function bodyFor(h: Handle, actor: Actor, bodyId: string, who: readonly Role[]): Promise<Body> {
  return (bodiesOf(actor, who).includes(bodyId) ? await findBody(h, bodyId) : null) ?? refuse('not-found');
}
const READERS = contract.getBodyTextMessages.who;

async function presentBody({ h, ports }: Pick<Context, 'h' | 'ports'>, body: Body) {
  const months = await listMonths(h, body.id, MONTHS_SHOWN);
  return {
    isOn: !body.textMessagesOff,
    mostAMonth: body.textMessagesAMonth ?? USUAL_A_MONTH,
    partFen: ports.config.sms.partFen,
    months: months.map(({ month, sent, parts, fen, heldBack }) => ({ month, sent, parts, fen, heldBack })),
  };
}

const getBody = query(contract.getBodyTextMessages, async (ctx) =>
  presentBody(ctx, await bodyFor(ctx.h, ctx.actor, ctx.input.params.id, READERS)),
);

const setBody = action(contract.setBodyTextMessages, {
  handle: async (ctx) => {
    const body = await bodyFor(ctx.h, ctx.actor, ctx.input.params.id, contract.setBodyTextMessages.who);
    const { isOn, mostAMonth } = ctx.input.body;
    const set = { textMessagesOff: !isOn, textMessagesAMonth: mostAMonth };
    await setTextMessages(ctx.h, body.id, set);
    ctx.audit('text-messages-set', { bodyId: body.id }, { isOn, mostAMonth });
    return presentBody(ctx, { ...body, ...set });
  },
});

export const routes: Route[] = [getOwn, setOwn, getBody, setBody];
