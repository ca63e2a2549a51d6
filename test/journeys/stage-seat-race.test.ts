import { sessions, sittings, stages, staffEntries } from '@jikaotong/shared/contract';
import { insert, newId } from '@jikaotong/bff/platform/db';
import { entryList, seatList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPaid } from '../../bff/src/features/participants';
import { sittingRecord } from '../../bff/src/features/sittings/sitting.record';
import { proveCount } from '../../bff/src/prove-count.testing';
import { acceptEntry } from '../support/competition';
import { firstEntrant, plantEntrants } from '../support/entrants';
import { entriesOf } from '../support/listed-entries';
import { KNOWN_KEYS } from '../support/many-paid';
import { patience } from '../support/patience';
import { type SignedInPerson, staffMember } from '../support/people';
import { readAll } from '../support/read-all';
import { type StageStaff, stageStaff } from '../support/stage';
import { announcePreliminary, theoryIn } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

/** So many leave, one after the other, each at the moment at which everybody is seated. */
const MANY = proveCount(3);
/** Who stays. */
const STAY = 4;
const AT_FULL_COUNT_MS = 600_000;
const DAYS = ['2025-07-28', '2025-07-30'] as const;

// Nobody may sit on another's chair, and nobody who has left may keep one, however officers and entrants come together.
describe('two officers who plan and seat a stage while an entrant is leaving', () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let params: { id: string };
  /** The entries of those who leave. */
  let leaving: readonly string[];
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    const first = await firstEntrant(world, { openid: 'o-first', order: 900, unit: '甲公司' });
    await acceptEntry(staff, first.id);
    const other = { unit: '乙公司', unitType: 'company', coach: null, unionCard: false } as const;
    leaving = await plantEntrants(
      world,
      first.id,
      Array.from({ length: MANY + STAY }, () => other),
    );
    params = await entriesOf(staff.administrator);
  });
  afterAll(() => world.stop());

  const both = <T>(act: (by: SignedInPerson) => Promise<T>) => [act(officer), act(staff.administrator)] as const;
  const seats = () => readAll(officer.api, seatList, params.id);
  const leave = async (id: string) => {
    const { api } = staff.administrator;
    const { version } = await api.ok(staffEntries.getStaffEntry, { params: { id } });
    const body = { verdict: 'refused' as const, reason: '本人来电退出', version };
    return api.call(staffEntries.decideEntry, { params: { id }, body });
  };
  const nameOf = async (id: string) =>
    (await readAll(staff.administrator.api, entryList, params.id)).find((row) => row.id === id)?.name ?? '';

  it('open one exam day, and plan one of their plans, whole', async () => {
    await announcePreliminary(staff.administrator, DAYS[0]);
    const opened = await Promise.all(both((by) => by.api.call(stages.openStageDay, { params })));
    expect(opened.map(({ code }) => code)).toEqual(['ok', 'ok']);
    const plans = [[MANY + STAY + 1], [STAY, MANY + 1]] as const;
    const planned = await Promise.all(
      plans.map((rooms, at) =>
        (at === 0 ? officer : staff.administrator).api.call(sessions.setSessionPlaces, {
          params,
          body: theoryIn(DAYS[0], ...rooms),
        }),
      ),
    );
    expect(planned.map(({ code }) => code)).toEqual(['ok', 'ok']);
    const { plan } = await officer.api.ok(sessions.getStaffSession, { params });
    const rooms = plan.sites.flatMap((site) => site.rooms.map((room) => room.seats));
    expect(plans.map(String)).toContain(String(rooms));
    expect(plan.papers).toHaveLength(1);
    await world.moveTo('2025-07-26');
  });

  // The control: who looks first and decides afterwards.
  it('would give one chair to two, if each looked and then decided', async () => {
    const decided = await Promise.all(both(async () => (await seats()).length + 1));
    expect(new Set(decided).size).toBe(1);
  });

  it(
    'give everybody who stays a chair and a ticket of their own, and none to who leaves',
    { timeout: patience(AT_FULL_COUNT_MS) },
    async () => {
      for (const [round, id] of leaving.slice(0, MANY).entries()) {
        // another day: everybody gets up and is seated anew
        await announcePreliminary(staff.administrator, DAYS[(round + 1) % 2] ?? DAYS[0]);
        const name = await nameOf(id);
        const [left, ...seated] = await Promise.all([
          leave(id),
          ...both((by) => by.api.call(sittings.seatSession, { params })),
        ]);
        expect([left.code, ...seated.map(({ code }) => code)]).toEqual(['ok', 'ok', 'ok']);
        const issued = await Promise.all(both((by) => by.api.ok(sittings.issueTickets, { params })));
        const stay = MANY + STAY - round;
        expect(issued.map((one) => one.issued)).toEqual([stay, stay]);
        const given = await seats();
        expect(given.map((seat) => seat.name)).not.toContain(name);
        const distinct = (of: (seat: (typeof given)[number]) => string) => new Set(given.map(of)).size;
        expect([
          given.length,
          distinct(({ room, seat }) => `${room} ${seat}`),
          distinct(({ ticketNumber }) => String(ticketNumber)),
          distinct((seat) => seat.name),
        ]).toEqual([stay, stay, stay, stay]);
      }
    },
  );

  // The control: who is seated was looked up before, and nothing was held.
  it('would seat who has just left, if they only looked', async () => {
    const id = leaving[MANY] ?? '';
    const looked = await world.db.read((h) => listPaid(h, params.id));
    const participantId = looked.find(({ candidateId }) => candidateId === id)?.id ?? '';
    expect((await leave(id)).code).toBe('ok');
    await world.db.tx(async (h) => {
      const like = await h.repo(sittingRecord).findOneByOrFail({ sessionId: params.id });
      await insert(h, sittingRecord, { ...like, id: newId(), participantId, seat: 99 });
    });
    expect(await seats()).toHaveLength(STAY + 1);
    expect((await world.db.read((h) => listPaid(h, params.id))).length).toBe(STAY);
  });
});
