import { accounts as contract } from '@jikaotong/shared/contract';
import { type Route, action, command, query, refuse } from '../../platform/http';
import { findPassword } from './account.repository';
import { hashPassword, isPassword, passwordFault } from './password';
import { passwordTries, refuseHeldUp } from './password-tries';
import { afterCommit, thisDevice } from './sign-in';
import { dropInvitations, setPasswordHash } from './staff.repository';
import { endFamilyOf, endOtherFamiliesOf, listFamiliesOf } from './token-family.repository';
import { forgetWrong, noteWrong } from './wrong-tries.repository';

const DONE = { done: true } as const;

/**
 * The present password is asked for, because a device may lie open; wrong ones count like those of a sign-in. The id of
 * this command is the verdict, so that a wrong one is counted before it is refused.
 */
const changePassword = command(contract.changePassword, {
  before: async (outside) => {
    const { present, next } = outside.input.body;
    const own = (await outside.read((h) => findPassword(h, outside.actor.accountId))) ?? refuse('forbidden');
    const fault = await passwordFault(next, own.subject);
    if (fault) refuse(fault);
    const isRight = await isPassword(own.secretHash, present);
    return { name: own.subject, secretHash: isRight ? await hashPassword(next) : null };
  },
  handle: async (ctx, { name, secretHash }) => {
    const { accountId } = ctx.actor;
    const { wallMs } = ctx.now;
    const tried = passwordTries(ctx, name);
    await refuseHeldUp(ctx, tried);
    if (secretHash === null) {
      for (const question of tried) await noteWrong(ctx.h, question, wallMs);
      return { id: 'wrong' };
    }
    await forgetWrong(ctx.h, tried[0]);
    await setPasswordHash(ctx.h, accountId, secretHash);
    await dropInvitations(ctx.h, accountId);
    await endOtherFamiliesOf(ctx.h, accountId, thisDevice(ctx.actor), wallMs);
    ctx.audit('password-changed', { accountId });
    return { id: 'right' };
  },
  call: afterCommit,
  present: (_, verdict) => Promise.resolve(verdict === 'right' ? DONE : refuse('password-wrong')),
});

const listSignIns = query(contract.listSignIns, async (ctx) => {
  const families = await listFamiliesOf(ctx.h, ctx.actor.accountId, ctx.now.wallMs);
  return {
    items: families.map(({ id, app, system, rotatedAt }) => ({
      id,
      app: app ?? 'other',
      system: system ?? 'other',
      isThis: id === ctx.actor.session,
      lastUsedAt: rotatedAt,
    })),
  };
});

const endSignIn = action(contract.endSignIn, {
  handle: async (ctx) => {
    const { accountId } = ctx.actor;
    const session = ctx.input.params.id;
    if (!(await endFamilyOf(ctx.h, accountId, session, ctx.now.wallMs))) refuse('not-found');
    ctx.audit('sign-in-ended', { accountId, session });
    return DONE;
  },
});

const endOtherSignIns = action(contract.endOtherSignIns, {
  handle: async (ctx) => {
    const { accountId } = ctx.actor;
    const ended = await endOtherFamiliesOf(ctx.h, accountId, thisDevice(ctx.actor), ctx.now.wallMs);
    if (ended > 0) ctx.audit('sign-in-ended', { accountId });
    return DONE;
  },
});

export const routes: Route[] = [changePassword, listSignIns, endSignIn, endOtherSignIns];
