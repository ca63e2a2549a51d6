import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orders, sittings } from '@jikaotong/shared/contract';
import { type ListRow, seatList } from '@jikaotong/shared/lists';
import { proveCount } from '../../bff/src/prove-count.testing';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type World, openWorld } from '../support/world';

type Seat = ListRow<typeof seatList>;

const places = Array.from({ length: proveCount(6) }, (_, place) => place);

// Nobody may sit on another's chair, however money and officers come together (PEERS: never sell the last place twice).
describe('many who pay while officers give seats', () => {
  let world: World;
  let exam: Examination;
  let candidates: Candidate[];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    await exam.setRooms(Math.ceil(places.length / 2), places.length);
    candidates = [];
    for (const order of places) candidates.push(await exam.approved(`o-${order}`, { order }));
  });
  afterAll(() => world.stop());

  const seats = async (): Promise<Seat[]> => {
    const found: Seat[] = [];
    for (let cursor: string | undefined; ;) {
      const query = { limit: '200', ...(cursor === undefined ? {} : { cursor }) };
      const { items, next } = await exam.officer.api.ok(seatList.rows, { params: exam.params, query });
      found.push(...items);
      if (next === null) return found;
      cursor = next;
    }
  };
  const chairOf = ({ hour, room, seat }: Seat) => `${hour} ${room} ${seat}`;

  // The control: who looks first and decides afterwards. If they agreed on different chairs, the next test would prove nothing.
  it('would get one chair from officers who each look and then decide', async () => {
    const decided = await Promise.all(places.map(async () => (await seats()).length + 1));
    expect(new Set(decided).size).toBeLessThan(places.length);
  });

  it('each get a chair of their own, one a subject', async () => {
    const give = (who: 'officer' | 'administrator') =>
      exam[who].api.call(sittings.seatSession, { params: exam.params });
    const answers = await Promise.all(
      candidates.map(async ({ person, id }, place) => {
        const order = await person.api.ok(orders.getOrder, { params: { id } });
        const body = { method: 'cash' as const, amountFen: order.totalFen, paidOn: world.today() };
        await exam.finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body });
        return (await give(place % 2 === 0 ? 'officer' : 'administrator')).code;
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['ok']));
    const given = await seats();
    expect(given).toHaveLength(2 * places.length);
    expect(new Set(given.map(chairOf)).size).toBe(given.length);
    expect(new Set(given.map(({ documentNumber, name, subject }) => `${name} ${documentNumber} ${subject}`)).size).toBe(
      given.length,
    );
  });

  it('each get a number of their own, whoever issues them', async () => {
    await world.moveTo('2026-12-06');
    await Promise.all([world.moveTo('2026-12-07'), world.moveTo('2026-12-07')]);
    await Promise.all(places.map(() => exam.officer.api.call(sittings.issueTickets, { params: exam.params })));
    const numbers = (await seats()).map(({ name, documentNumber, ticketNumber }) => [
      name,
      documentNumber,
      ticketNumber,
    ]);
    expect(new Set(numbers.map(([, , number]) => number)).size).toBe(places.length);
    expect(new Set(numbers.map(String)).size).toBe(places.length);
  });
});
