import type { Role } from '@jikaotong/shared/contract';
import type { Handle } from '../../platform/db';
import { type Actor, bodiesOf, refuse } from '../../platform/http';
import { type Session, findExamDayIn, findSessionIn, lockExamDay, lockSession } from '../sessions';

type Asked = {
  readonly h: Handle;
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string } };
};

/** The session that staff with one of these roles ask about; for the staff of another body it does not exist. */
export const staffSession = async ({ h, actor, input }: Asked, roles: readonly Role[]): Promise<Session> =>
  (await findSessionIn(h, bodiesOf(actor, roles), input.params.id)) ?? refuse('not-found');

/** The same, locked until the transaction ends: seats, tickets, marks and certificates of a session come one at a time. */
export async function lockedStaffSession(asked: Asked, roles: readonly Role[]): Promise<Session> {
  await lockSession(asked.h, asked.input.params.id);
  return staffSession(asked, roles);
}

/** A session, or the exam day of a stage, that staff with one of these roles ask about. */
export const staffExamDay = async ({ h, actor, input }: Asked, roles: readonly Role[]): Promise<Session> =>
  (await findExamDayIn(h, bodiesOf(actor, roles), input.params.id)) ?? refuse('not-found');

/** The same, locked until the transaction ends. */
export async function lockedStaffExamDay(asked: Asked, roles: readonly Role[]): Promise<Session> {
  await lockExamDay(asked.h, asked.input.params.id);
  return staffExamDay(asked, roles);
}
