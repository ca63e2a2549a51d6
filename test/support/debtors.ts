import { orders } from '@jikaotong/shared/contract';
import { approvedFor } from './apply';
import { casesOf } from './listed-cases';
import { openSession } from './open-session';
import { type SignedInPerson, candidateByWechat, equipBody, firstAdministrator, staffMember } from './people';
import { openWorld } from './world';

/** A candidate with an order that is to be paid; `id` is the application's. */
export type Debtor = { person: SignedInPerson; id: string; orderId: string };

/** B26's December session, who reviews and who takes money, and what a story about orders does and looks at. */
export const openDebts = async () => {
  const world = await openWorld({ day: '2026-11-23' });
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  await equipBody(world, administrator);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const finance = await staffMember(world, administrator, 'caiwu', ['finance']);
  let people = 0;
  return {
    world,
    sessionId,
    finance,
    debtor: async (): Promise<Debtor> => {
      people += 1;
      const person = await candidateByWechat(world, `o-debtor-${people}`);
      const id = await approvedFor(person, reviewer, sessionId, { order: people });
      return { person, id, orderId: (await person.api.ok(orders.getOrder, { params: { id } })).id };
    },
    orderOf: ({ person, id }: Debtor) => person.api.ok(orders.getOrder, { params: { id } }),
    start: ({ person, orderId }: Debtor, method: 'jsapi' | 'h5' = 'jsapi') =>
      person.api.ok(orders.startPayment, { params: { id: orderId }, body: { method } }),
    ask: ({ person, orderId }: Debtor) => person.api.ok(orders.queryPayment, { params: { id: orderId } }),
    casesOf: async ({ orderId }: Debtor, state: 'open' | 'resolved' = 'open') =>
      (await casesOf(finance, state)).filter((one) => one.orderId === orderId),
  };
};
export type Debts = Awaited<ReturnType<typeof openDebts>>;
