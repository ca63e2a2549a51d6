import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PrintName, PRINTS, type QueryOf, prints, sittings } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type ListRow, seatList } from '@jikaotong/shared/lists';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { type Examination, openExamination } from '../support/examination';
import { KNOWN_KEYS, addPaid, nameOf, numberOf } from '../support/many-paid';
import { patience } from '../support/patience';
import { readPages, textOf } from '../support/read-pages';
import { type World, openWorld } from '../support/world';

const CANDIDATES = 280;
const ROOMS = 10;
const morning = { day: localDate('2026-12-12'), startsAt: timeOfDay('09:00') };

describe(`the papers for ${CANDIDATES} candidates of two subjects`, () => {
  let world: World;
  let exam: Examination;
  let seats: ListRow<typeof seatList>[];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    exam = await openExamination(world);
    const { id } = await exam.paid('o-first', { name: '首位' });
    await addPaid(world, id, CANDIDATES - 1);
    await exam.setRooms(...Array<number>(ROOMS).fill(CANDIDATES / ROOMS));
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    await world.moveTo('2026-12-07');
    const { params } = exam;
    const first = await exam.officer.api.ok(seatList.rows, { params, query: { limit: '200' } });
    const second = await exam.officer.api.ok(seatList.rows, {
      params,
      query: { limit: '200', cursor: first.next ?? '' },
    });
    const third = await exam.officer.api.ok(seatList.rows, {
      params,
      query: { limit: '200', cursor: second.next ?? '' },
    });
    seats = [...first.items, ...second.items, ...third.items];
  }, patience(120_000));
  afterAll(() => world.stop());

  const printed = async (print: PrintName, query: QueryOf<typeof prints.printSeats> = {}) => {
    const pdf = await exam.officer.api.file(prints.printSeats, { params: { ...exam.params, print }, query });
    return readPages(pdf);
  };
  /** How often each text stands in the pages. */
  const timesIn = (pages: string[][], texts: readonly string[]) => {
    const text = textOf(pages);
    return texts.map((one) => text.split(one).length - 1);
  };
  const tickets = () => [...new Set(seats.map(({ ticketNumber }) => ticketNumber ?? ''))];

  it('are of nobody where nobody sits', async () => {
    expect(seats).toHaveLength(CANDIDATES * 2);
    const query = { ...morning, day: localDate('2026-12-13') };
    expect(
      await exam.officer.api.refused(prints.printSeats, { params: { ...exam.params, print: 'door' }, query }),
    ).toMatchObject({
      status: 409,
      code: 'nothing-to-print',
    });
  });

  it('hold everybody once a subject, in the order of the seats, on the list to sign', async () => {
    const pages = await printed('attendance');
    expect(timesIn(pages, tickets())).toEqual(tickets().map(() => 2));
    const text = textOf(pages);
    const places = seats.map(({ ticketNumber }, at) =>
      text.indexOf(ticketNumber ?? '', at < CANDIDATES ? 0 : text.length / 2),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (let place = 0; place < CANDIDATES - 1; place += 1) {
      expect(text).toContain(nameOf(place));
      expect(text).toContain(maskNumber(numberOf(place)));
      expect(text).not.toContain(numberOf(place));
    }
  });

  it('hold everybody once on the plan, the labels and the list of who takes the tickets', async () => {
    for (const print of ['seat-plan', 'desk'] as const)
      expect(timesIn(await printed(print), tickets())).toEqual(tickets().map(() => 2));
    for (const print of ['hand-out', 'payers'] as const)
      expect(timesIn(await printed(print), tickets())).toEqual(tickets().map(() => 1));
  });

  it('name the subject on each label, and what each paid on the list of who paid', async () => {
    expect(timesIn(await printed('desk', morning), ['理论知识'])).toEqual([CANDIDATES]);
    const payers = await printed('payers');
    expect(timesIn(payers, ['280.00元'])).toEqual([1]);
    expect(textOf(payers)).toContain('发票抬头、税号');
  });

  it('hold a ticket for everybody, each on a page of its own, by number', async () => {
    const pages = await printed('tickets');
    expect(pages).toHaveLength(CANDIDATES);
    expect(pages.map((page) => /准考证号(\w+)/.exec(textOf([page]))?.[1])).toEqual(tickets().toSorted());
  });

  it('give each door and each record a page a room and hour', async () => {
    for (const print of ['door', 'record'] as const) {
      const pages = await printed(print);
      expect(pages).toHaveLength(ROOMS * 2);
      for (const page of pages) expect(textOf([page])).toContain(`${CANDIDATES / ROOMS}`);
    }
  });

  it('give each door its ticket numbers', async () => {
    for (const page of await printed('door', morning)) expect(textOf([page])).toMatch(/准考证号\w+至\w+/);
  });

  it('can be narrowed to an hour and a room, and say who printed what', async () => {
    const [, codes] =
      Object.entries((await exam.officer.api.ok(seatList.counts, { params: exam.params, query: {} })).names).find(
        ([key]) => key === 'room',
      ) ?? [];
    const room = codes?.[3]?.code ?? '';
    const pages = await printed('attendance', { ...morning, room });
    const there = seats.filter((one) => one.hour.endsWith('09:00') && one.room === codes?.[3]?.name);
    expect(there).toHaveLength(CANDIDATES / ROOMS);
    expect(timesIn(pages, tickets()).reduce((sum, times) => sum + times, 0)).toBe(there.length);
    expect((await printed('door', morning)).length).toBe(ROOMS);
  });

  it('are for the staff of the exam alone', async () => {
    for (const print of PRINTS)
      expect(
        await exam.reviewer.api.refused(prints.printSeats, { params: { ...exam.params, print }, query: {} }),
      ).toMatchObject({
        status: 403,
      });
  });
});
