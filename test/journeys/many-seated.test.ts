import { performance } from 'node:perf_hooks';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sittings } from '@jikaotong/shared/contract';
import {
  type ListRow,
  applicantList,
  certificateList,
  scoreList,
  scoreReviewList,
  seatList,
} from '@jikaotong/shared/lists';
import { certificateSource } from '../../bff/src/features/certificates/certificate-list.repository';
import { applicantSource } from '../../bff/src/features/overview/applicant-list';
import { scoreReviewSource, scoreSource } from '../../bff/src/features/results/score-list.repository';
import { seatSource } from '../../bff/src/features/invigilation/seat-list';
import { planFaults } from '../../bff/src/platform/lists/plan.testing';
import { patience } from '../support/patience';
import { type Examination, openExamination } from '../support/examination';
import { KNOWN_KEYS, addPaid, knownCrypto, nameOf, numberOf } from '../support/many-paid';
import { type World, openWorld } from '../support/world';

const CANDIDATES = 560;
const ROOMS = 20;

const READ = [
  'sitting',
  'participant',
  'candidate',
  'ticket',
  'result',
  'score_review',
  'score_review_step',
  'account',
];
/** A mark a subject, and a score review of everybody's first. */
const FILLED = [
  `INSERT INTO result (id, session_id, participant_id, subject, version, score, recorded_by, recorded_at)
   SELECT s.id, s.session_id, s.participant_id, s.subject, 1, 7000, p.body_id, p.submitted_at
   FROM sitting s JOIN participant p ON p.id = s.participant_id`,
  `INSERT INTO score_review (id, body_id, session_id, participant_id, subject, state, asked_at)
   SELECT p.id, p.body_id, p.event_id, p.id, 'theory', 'open', p.submitted_at FROM participant p`,
  `INSERT INTO score_review_step (id, review_id, code, reason, by_account_id, at)
   SELECT v.id, v.id, 'asked', 'why', v.body_id, v.asked_at FROM score_review v`,
];

// a count, a filter or a search over the rows that a screen has loaded would know 200 of these 1120
describe(`${CANDIDATES} candidates in ${ROOMS} rooms`, () => {
  let world: World;
  let exam: Examination;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    exam = await openExamination(world);
    const { id } = await exam.paid('o-first', { name: '首位' });
    await addPaid(world, id, CANDIDATES - 1);
    await exam.setRooms(...Array<number>(ROOMS).fill(CANDIDATES / ROOMS));
    const { seated } = await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    if (seated !== CANDIDATES) throw new Error(`${seated} have a seat`);
    await world.moveTo('2026-12-07');
  }, patience(120_000));
  afterAll(() => world.stop());

  const counts = (query: Record<string, string> = {}) =>
    exam.officer.api.ok(seatList.counts, { params: exam.params, query });
  const rows = (query: Record<string, string> = {}) =>
    exam.officer.api.ok(seatList.rows, { params: exam.params, query });
  const every = async (query: Record<string, string>) => {
    const found: ListRow<typeof seatList>[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Awaited<ReturnType<typeof rows>> = await rows({
        ...query,
        limit: '200',
        ...(next && { cursor: next }),
      });
      found.push(...page.items);
      ({ next } = page);
    }
    return found;
  };
  const timed = async <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    await ask();
    const began = performance.now();
    const answer = await ask();
    console.log(`${what}: ${(performance.now() - began).toFixed(1)} ms`);
    return answer;
  };

  it('are offered by every room and hour, each with how many sit there', async () => {
    const { total, by, names } = await timed('counts', () => counts());
    expect(total).toBe(2 * CANDIDATES);
    expect(names['room']).toHaveLength(ROOMS);
    expect(names['room']?.slice(0, 2).map(({ name }) => name)).toEqual(['亦庄考点 101', '亦庄考点 102']);
    for (const { code } of names['room'] ?? []) expect(by['room']?.[code]).toBe((2 * CANDIDATES) / ROOMS);
    expect(names['hour']?.map(({ code, name }) => [name, by['hour']?.[code]])).toEqual([
      ['2026-12-12 09:00', CANDIDATES],
      ['2026-12-12 13:00', CANDIDATES],
    ]);
  });

  it('come in the order of hours, rooms and seats, each once', async () => {
    await timed('first page of 50', () => rows());
    const all = await every({});
    expect(all).toHaveLength(2 * CANDIDATES);
    const chairs = all.map(({ hour, room, seat }) => `${hour} ${room.padEnd(12)} ${String(seat).padStart(3, '0')}`);
    expect(new Set(chairs).size).toBe(all.length);
    const roomAt = (room: string) => Number(/(\d+)$/.exec(room)?.[1]?.slice(2));
    const inOrder = all.map(({ hour, room, seat }) => [hour, roomAt(room), seat] as const);
    const sorted = inOrder.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2]));
    expect(inOrder).toEqual(sorted);
    expect(await every({ sort: '-hour' })).toEqual(all.toReversed());
  });

  it('come by room, by subject and by the number of the seat, too, each then by the others', async () => {
    type Seat = ListRow<typeof seatList>;
    const numberOfRoom = ({ room }: Seat) => Number(room.split(' 10')[1]);
    const byRoom = (one: Seat) => [numberOfRoom(one), one.hour, one.seat];
    const bySubject = (one: Seat) => [one.subject === 'theory' ? 1 : 2, one.hour, numberOfRoom(one), one.seat];
    const bySeat = (one: Seat) => [one.seat, one.hour, numberOfRoom(one)];
    for (const [sort, keysOf] of [
      ['room', byRoom],
      ['subject', bySubject],
      ['seat', bySeat],
    ] as const) {
      const all = await every({ sort });
      expect(new Set(all.map(({ id }) => id)).size).toBe(2 * CANDIDATES);
      const keys = all.map((one) =>
        keysOf(one)
          .map((key) => String(key).padStart(20, '0'))
          .join(' '),
      );
      expect([sort, keys]).toEqual([sort, keys.toSorted()]);
      expect(await every({ sort: `-${sort}` })).toEqual(all.toReversed());
    }
  });

  it('are narrowed to one room at one hour, and found by name, number, tail and ticket, wherever they sit', async () => {
    const { names } = await counts();
    const last = names['room']?.at(-1)?.code ?? '';
    const morning = names['hour']?.[0]?.code ?? '';
    const room = await timed('one room at one hour', () => rows({ room: last, hour: morning }));
    expect(room.items).toHaveLength(CANDIDATES / ROOMS);
    expect(room.next).toBeNull();
    expect(new Set(room.items.map((one) => one.room))).toEqual(new Set(['亦庄考点 1020']));
    const sought = CANDIDATES - 2;
    for (const q of [nameOf(sought), numberOf(sought)]) {
      const { items } = await timed(`search of ${q.length} letters`, () => rows({ q }));
      expect(items.map(({ name, subject }) => [name, subject])).toEqual([
        [nameOf(sought), 'theory'],
        [nameOf(sought), 'skill'],
      ]);
      expect(items[0]?.documentNumber).not.toContain(numberOf(sought));
    }
    const tail = await every({ q: numberOf(sought).slice(-4) });
    expect(tail.map(({ name }) => name)).toContain(nameOf(sought));
    const ticketNumber = tail.find(({ name }) => name === nameOf(sought))?.ticketNumber ?? '';
    expect((await rows({ q: ticketNumber })).items.map(({ name }) => name)).toEqual([nameOf(sought), nameOf(sought)]);
    expect((await counts({ q: nameOf(sought) })).total).toBe(2);
  });

  it('are found without a mark, all of them counted', async () => {
    const ask = { params: exam.params, query: { theory: 'unmarked', q: nameOf(7) } };
    const { total, by } = await timed('counts of marks', () =>
      exam.marker.api.ok(scoreList.counts, { params: exam.params, query: {} }),
    );
    expect([total, by['theory'], by['complete']]).toEqual([CANDIDATES, { unmarked: CANDIDATES }, { no: CANDIDATES }]);
    const { items } = await timed('search among marks', () => exam.marker.api.ok(scoreList.rows, ask));
    expect(items.map(({ name }) => name)).toEqual([nameOf(7)]);
    await timed('first page of marks', () => exam.marker.api.ok(scoreList.rows, { params: exam.params, query: {} }));
  });

  it('go into a sheet whole, masked', async () => {
    const file = await timed('sheet', () => exam.officer.api.file(seatList.sheet, { params: exam.params, query: {} }));
    const book = new exceljs.Workbook();
    await book.xlsx.load(Uint8Array.from(file).buffer);
    expect(book.worksheets[0]?.rowCount).toBe(2 * CANDIDATES + 1);
    const texts = book.worksheets[0]?.getColumn(4).values ?? [];
    expect(texts).not.toContain(nameOf(3));
  });

  it('are read along an index, first page and behind a cursor', async () => {
    await world.db.tx(async (h) => {
      // of an empty table MariaDB reads all, whatever its indexes
      for (const fill of FILLED) await h.run(fill);
      if (h.dialect === 'mysql') await h.run(`ANALYZE TABLE ${READ.join(', ')}`);
    });
    const given = { withinId: exam.params.id, crypto: knownCrypto };
    const faults = await world.db.read(async (h) => [
      await planFaults(h, seatList, seatSource, given),
      await planFaults(h, scoreList, scoreSource, given),
      await planFaults(h, scoreReviewList, scoreReviewSource, given),
      await planFaults(h, applicantList, applicantSource, given),
      await planFaults(h, certificateList, certificateSource, given),
    ]);
    expect(faults.flat()).toEqual([]);
  });

  it('are not there for other roles, nor for a session of nobody', async () => {
    expect((await exam.finance.api.refused(seatList.rows, { params: exam.params, query: {} })).status).toBe(403);
    expect((await exam.officer.api.refused(seatList.rows, { params: { id: 'x' }, query: {} })).code).toBe('not-found');
  });
});
