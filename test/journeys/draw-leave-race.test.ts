import { insert, newId } from '@jikaotong/bff/platform/db';
import { stageDraws, staffEntries } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { drawnPlaceList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnPlaceRecord } from '../../bff/src/features/draws/draw.record';
import { listPaid } from '../../bff/src/features/participants';
import { proveCount } from '../../bff/src/prove-count.testing';
import { acceptEntry } from '../support/competition';
import { C25 } from '../support/contest-entry';
import { firstEntrant, plantEntrants } from '../support/entrants';
import { entriesOf } from '../support/listed-entries';
import { KNOWN_KEYS } from '../support/many-paid';
import { patience } from '../support/patience';
import { type SignedInPerson, staffMember } from '../support/people';
import { readAll } from '../support/read-all';
import { type StageStaff, stageStaff } from '../support/stage';
import { type World, openWorld } from '../support/world';

/** So many leave, one after the other, each at the moment at which staff give them a station. */
const MANY = proveCount(5);
const AT_FULL_COUNT_MS = 600_000;
const at = { id: C25, stage: 'preliminary' as const };

describe('an entry that ends while its entrant is given a station', () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let params: { id: string };
  /** Accepted after the draw, so without a station; the last is for the control. */
  let leaving: readonly string[];
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    const first = await firstEntrant(world, { openid: 'o-first', order: 900, unit: '甲公司' });
    await acceptEntry(staff, first.id);
    params = await entriesOf(staff.administrator);
    await world.moveTo('2025-07-26');
    const hours = { day: localDate('2025-07-28'), startsAt: timeOfDay('08:00'), endsAt: timeOfDay('18:00') };
    const body = { stations: MANY + 2, minutes: 40, gapMinutes: 10, blocks: [hours], papers: [] };
    await officer.api.ok(stageDraws.drawStage, { params: at, body });
    const other = { unit: '乙公司', unitType: 'company', coach: null, unionCard: false } as const;
    const others = Array.from({ length: MANY + 1 }, () => other);
    leaving = await plantEntrants(world, first.id, others);
  });
  afterAll(() => world.stop());

  const leave = async (id: string) => {
    const { api } = staff.administrator;
    const { version } = await api.ok(staffEntries.getStaffEntry, { params: { id } });
    const body = { verdict: 'refused' as const, reason: '本人来电退出', version };
    return api.call(staffEntries.decideEntry, { params: { id }, body });
  };
  const join = (entryId: string) =>
    officer.api.call(stageDraws.changeStageDraw, {
      params: at,
      body: { kind: 'added', entryId, reason: '名单确定后补录' },
    });
  const held = async () =>
    (await readAll(officer.api, drawnPlaceList, params.id)).filter(({ state }) => state !== 'withdrawn');

  it('leaves no station with somebody who is out', { timeout: patience(AT_FULL_COUNT_MS) }, async () => {
    for (const id of leaving.slice(0, MANY)) {
      const [left, joined] = await Promise.all([leave(id), join(id)]);
      expect([left.code, ['ok', 'wrong-state'].includes(joined.code)]).toEqual(['ok', true]);
      expect(await held()).toHaveLength(1);
    }
  });

  // The control: who stands in the stage was looked up before, and nothing was held.
  it('would give one to who has just left, if staff only looked', async () => {
    const id = leaving[MANY] ?? '';
    const looked = await world.db.read((h) => listPaid(h, params.id));
    const one = looked.find(({ candidateId }) => candidateId === id);
    expect((await leave(id)).code).toBe('ok');
    await world.db.tx(async (h) => {
      const like = await h.repo(drawnPlaceRecord).findOneByOrFail({ eventId: params.id, state: 'drawn' });
      const keys = { placeKey: `${params.id}:99`, entrantKey: `${params.id}:${id}`, position: 99 };
      const row = { ...like, ...keys, id: newId(), candidateId: id, participantId: one?.id ?? '' };
      await insert(h, drawnPlaceRecord, row);
    });
    expect(await held()).toHaveLength(2);
  });
});
