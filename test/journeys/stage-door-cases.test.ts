import {
  attendance,
  breaches,
  contestEntries,
  invigilation,
  stageRankings,
  stagePublication,
  stages,
} from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import {
  type StageStaff,
  confirmAll,
  deskOf,
  entered,
  keyAll,
  previewOf,
  publish,
  stageStaff,
  freezeRoster,
} from '../support/stage';
import { seatedStage } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

const DAY = '2025-07-28';
const SLOT = `${DAY} 09:00`;
const MANY = 4;

describe('what the doors of a stage saw', () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let watcher: SignedInPerson;
  let people: SignedInPerson[];
  let params: { id: string };
  let dutyId: string;
  let roomId: string;
  /** By the order in which they entered: the seat, and the place in the stage that the ticket goes by. */
  let places: { readonly sittingId: string; readonly placeId: string; readonly entryId: string }[];

  let nonces = 0;
  const act = () => ({ nonce: `nonce-${String((nonces += 1)).padStart(4, '0')}`, atMs: Date.now() });
  const send = (...acts: readonly Record<string, unknown>[]) =>
    watcher.api.ok(invigilation.sendDoorActs, {
      params: { id: dutyId },
      body: { sentAtMs: Date.now(), waiting: 0, acts: acts as never },
    });
  const counts = () => officer.api.ok(invigilation.getDoorCounts, { params, query: { slot: SLOT } });
  const placeOf = (at: number) => places[at] ?? { sittingId: '', placeId: '', entryId: '' };
  const personOf = (at: number) => people[at] ?? officer;
  const noted = (at: number) => personOf(at).api.ok(attendance.getAttendance, { params: { id: placeOf(at).placeId } });
  const object = (at: number, by = personOf(at)) =>
    by.api.call(attendance.objectToAttendance, {
      params: { id: placeOf(at).placeId },
      body: { subject: 'theory', words: '我 8:50 就入场了' },
    });
  const take = () => staff.marker.api.ok(stages.takeStageAttendance, { params });
  /** Numbers go by the order in which they entered. */
  const entrantOf = (at: number) =>
    staff.marker.api.ok(stages.getStageEntrant, { params: { id: params.id, number: String(at + 1) } });

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    watcher = await staffMember(world, staff.administrator, 'jiankao', ['invigilator']);
    people = await entered(world, staff, MANY);
    params = await entriesOf(staff.administrator);
    await world.moveTo('2025-07-26');
    await seatedStage(staff.administrator, params, DAY, MANY);
    await world.moveTo(DAY, '08:40');
    const plan = await officer.api.ok(invigilation.getDutyPlan, { params });
    roomId = plan.hours[0]?.rooms[0]?.roomId ?? '';
    const body = { slot: SLOT, roomIds: [roomId], who: { accountId: watcher.accountId } };
    dutyId = (await officer.api.ok(invigilation.assignDuty, { params, body })).dutyId;
    places = [];
    for (const { api } of people) {
      const [entry] = (await api.ok(contestEntries.listMyEntries, {})).items;
      const own = await api.ok(stageRankings.listMyStages, { params: { id: entry?.id ?? '' } });
      const placeId = own.items[0]?.ticket?.id ?? '';
      const [sitting] = await world.db.read((h) =>
        h.query<{ id: string }>('SELECT id FROM sitting WHERE participant_id = ?', [placeId]),
      );
      places.push({ sittingId: sitting?.id ?? '', placeId, entryId: entry?.id ?? '' });
    }
    // all but the last come
    await send(
      ...places
        .slice(0, -1)
        .map(({ sittingId }) => ({ ...act(), kind: 'check-in' as const, sittingId, way: 'name' as const })),
    );
    await world.moveTo(DAY, '09:40');
    await officer.api.ok(attendance.setAttendance, {
      params: { id: placeOf(MANY - 1).sittingId },
      body: { as: 'absent', reason: '到点没有来' },
    });
  });
  afterAll(() => world.stop());

  it('is told to each entrant, who may say that it is not so; until it is answered nothing follows', async () => {
    expect(await noted(0)).toMatchObject({ objection: 'open', items: [{ state: 'present', objected: false }] });
    const last = MANY - 1;
    expect((await noted(last)).items).toMatchObject([{ subject: 'theory', state: 'absent' }]);
    const other = await personOf(0).api.call(attendance.getAttendance, { params: { id: placeOf(last).placeId } });
    expect(other.code).toBe('not-found');
    expect((await object(last, personOf(0))).code).toBe('not-found');
    for (let again = 0; again < 2; again += 1) expect((await object(last)).code).toBe('ok');
    expect((await noted(last)).items[0]).toMatchObject({ objected: true });
    await freezeRoster(staff.administrator, params.id);
    expect(await take()).toEqual({ present: MANY - 1, absent: 0, open: 1 });
    const { rooms } = await staff.marker.api.ok(stages.getStageAttendance, { params });
    expect(rooms.map(({ people }) => people.map(({ objects }) => objects))).toEqual([[true]]);
    const said = (await counts()).conflicts.filter(({ kind }) => kind === 'objection');
    expect(said).toMatchObject([{ reason: 'objected', words: '我 8:50 就入场了', standing: 'absent' }]);
    const body = { as: 'as-it-stands' as const, reason: '签到表和录像都没有' };
    await officer.api.ok(invigilation.decideDoorAct, { params: { id: said[0]?.id ?? '' }, body });
    expect((await noted(last)).items[0]).toMatchObject({ state: 'absent', objected: false });
    expect(await take()).toEqual({ present: 0, absent: 1, open: 0 });
    await confirmAll(staff.second, params.id);
  });

  it('keeps the ranks back until somebody says what follows of a breach', async () => {
    const impostor = (at: number) => ({
      ...act(),
      kind: 'impostor' as const,
      roomId,
      sittingId: placeOf(at).sittingId,
      words: '照片不是本人',
      picture: null,
    });
    await send(impostor(0), impostor(1), impostor(1));
    await keyAll(staff.marker, params.id, { 1: ['90', '90'], 2: ['80', '80'], 3: ['70', '70'] });
    await confirmAll(staff.second, params.id);
    const { revision, turn } = await previewOf(staff.publisher, params.id);
    const body = { revision, turn, reason: null };
    expect(await staff.publisher.api.call(stagePublication.publishStage, { params, body })).toMatchObject({
      code: 'wrong-state',
      data: { state: 'stage-door-open' },
    });
  });

  it('is no breach, or becomes a disqualification of the stage that another one confirms', async () => {
    const open = async () => (await counts()).incidents.filter((one) => one.decided === null);
    const [one, two, three] = await open();
    expect([one, two, three].map((each) => each?.entrant?.stageId)).toEqual([params.id, params.id, params.id]);
    const byNumber = new Map((await open()).map(({ id, entrant }) => [id, entrant?.number]));
    const of = (number: number) =>
      [...byNumber].filter(([, own]) => own === number).map(([id]) => ({ params: { id } }));
    const [mild] = of(1);
    const [first, second] = of(2);
    if (!mild || !first || !second) throw new Error('not all were recorded');
    await officer.api.ok(breaches.dismissDoorBreach, { ...mild, body: { reason: '本人，证件照是旧的' } });
    const body = { reason: '替考', witness: '赵监场' };
    const disqualify = (by: SignedInPerson, at: typeof first) =>
      by.api.call(breaches.disqualifyAtDoor, { ...at, body });
    expect((await disqualify(watcher, first)).code).toBe('forbidden');
    expect(
      (await officer.api.call(breaches.disqualifyAtDoor, { ...first, body: { ...body, witness: ' ' } })).status,
    ).toBe(400);
    expect((await disqualify(officer, first)).code).toBe('ok');
    expect(await disqualify(officer, first)).toMatchObject({ code: 'wrong-state', data: { state: 'decided' } });
    const entrant = await entrantOf(1);
    expect(entrant).toMatchObject({ standing: 'disqualified', open: ['standing'] });
    expect(entrant.notes[0]).toMatchObject({
      source: 'door',
      reason: '替考',
      witness: '赵监场',
      confirmedByName: null,
    });
    // recorded twice: the second one is followed up by the same note
    expect((await disqualify(officer, second)).code).toBe('ok');
    expect((await entrantOf(1)).version).toBe(entrant.version);
    expect(await open()).toEqual([]);
    const decided = (await counts()).incidents.map(({ decided: as }) => as).toSorted();
    expect(decided).toEqual(['disqualified', 'disqualified', 'none']);
    const preview = await previewOf(staff.publisher, params.id);
    const asSeen = { revision: preview.revision, turn: preview.turn, reason: null };
    expect((await staff.publisher.api.call(stagePublication.publishStage, { params, body: asSeen })).code).toBe(
      'marks-unconfirmed',
    );
    await confirmAll(staff.second, params.id);
    await publish(staff.publisher, params.id);
    expect((await deskOf(staff.marker, params.id)).standings).toMatchObject({ disqualified: 1, absent: 1 });
  });

  it('is no more to be objected to once ranks are out: that is a protest', async () => {
    const last = MANY - 1;
    expect(await noted(last)).toMatchObject({ objection: 'protest', entryId: placeOf(last).entryId });
    expect(await object(last)).toMatchObject({ code: 'wrong-state', data: { state: 'attendance-protest' } });
  });
});
