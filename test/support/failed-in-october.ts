import { orders, results, sittings } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { approvedFor } from './apply';
import { everythingChecked, examinationMarked } from './marking';
import { openSession } from './open-session';
import { type SignedInPerson, firstAdministrator, staffMember } from './people';
import type { World } from './world';

const OCTOBER = {
  name: '2026年10月批次',
  examStart: localDate('2026-10-17'),
  examEnd: localDate('2026-10-17'),
  applicationOpens: localDate('2026-09-07'),
  applicationCloses: localDate('2026-09-25'),
  paymentCloses: localDate('2026-09-30'),
};

/**
 * Somebody passed theory and failed the practical subject in October, with all who worked on it; the results wait to be
 * published. There is a session in December, too. The world begins on 2026-09-10 and stands at the evening of the exam.
 */
export async function failedInOctober(world: World, person: SignedInPerson, who: { phone?: string } = {}) {
  const administrator = await firstAdministrator(world);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const finance = await staffMember(world, administrator, 'caiwu', ['finance']);
  const marker = await staffMember(world, administrator, 'dengfen', ['score-officer']);
  const publisher = await staffMember(world, administrator, 'fabu', ['publisher']);
  const october = await openSession(administrator, OCTOBER);
  const december = await openSession(administrator);
  const pay = async (id: string) => {
    const order = await person.api.ok(orders.getOrder, { params: { id } });
    const body = { method: 'cash' as const, amountFen: order.totalFen, paidOn: world.today() };
    await finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body });
    return order;
  };
  const first = await approvedFor(person, reviewer, october, { name: '李明', ...who });
  await pay(first);
  await world.moveTo('2026-10-17', '20:00');
  const { number } = await person.api.ok(sittings.getTicket, { params: { id: first } });
  await examinationMarked(world, marker, october, { [number]: { 理论知识: 88, 操作技能: 41 } });
  return {
    administrator,
    reviewer,
    finance,
    marker,
    publisher,
    october,
    december,
    first,
    pay,
    publish: async (id: string) => {
      await everythingChecked(administrator, id);
      return publisher.api.ok(results.publishResults, { params: { id }, body: {} });
    },
  };
}
