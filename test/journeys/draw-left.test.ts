import { stageDraws, stagePublication, stages } from '@jikaotong/shared/contract';
import { drawnPlaceList } from '@jikaotong/shared/lists';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawnPlaceRecord } from '../../bff/src/features/draws/draw.record';
import { C25 } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import { type StageStaff, confirmAll, deskOf, entered, keyAll, previewOf, stageStaff } from '../support/stage';
import { type World, openWorld } from '../support/world';

const at = { id: C25, stage: 'preliminary' as const };

let world: World;
let staff: StageStaff;
let officer: SignedInPerson;
let params: { id: string };
beforeAll(async () => {
  world = await openWorld({ day: '2025-07-10' });
  staff = await stageStaff(world);
  officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
  await entered(world, staff, 4);
  params = await entriesOf(staff.administrator);
  await world.moveTo('2025-07-26');
  const hours = { day: localDate('2025-07-28'), startsAt: timeOfDay('13:00'), endsAt: timeOfDay('18:00') };
  const plan = { stations: 2, minutes: 40, gapMinutes: 10, blocks: [hours], papers: [] };
  await officer.api.ok(stageDraws.drawStage, { params: at, body: plan });
});
afterAll(() => world.stop());

const places = async () => (await officer.api.ok(drawnPlaceList.rows, { params, query: {} })).items;
const leave = (placeId: string) =>
  officer.api.call(stageDraws.changeStageDraw, {
    params: at,
    body: { kind: 'withdrawn', placeId, reason: '医院证明' },
  });
const standingOf = (number: string) => staff.marker.api.ok(stages.getStageEntrant, { params: { ...params, number } });

it('gives up the place alone while the roster is not fixed', async () => {
  const [first] = await places();
  expect((await leave(first?.id ?? '')).code).toBe('ok');
  expect(await deskOf(staff.marker, params.id)).toMatchObject({ frozenAt: null, waiting: 4 });
});

it('steps back from the stage as well once it is, which another one confirms', async () => {
  await staff.administrator.api.ok(stages.freezeStageRoster, { params, body: { seen: [] } });
  const standing = async () =>
    Object.fromEntries(
      await Promise.all(['1', '2', '3', '4'].map(async (number) => [number, (await standingOf(number)).standing])),
    ) as Record<string, string>;
  const before = Object.values(await standing());
  const next = (await places()).find(({ state }) => state === 'drawn');
  expect((await leave(next?.id ?? '')).code).toBe('ok');
  const after = await standing();
  const [left] = Object.keys(after).filter((number) => after[number] === 'withdrawn');
  expect([before.filter((one) => one === 'withdrawn'), left]).toEqual([[], expect.any(String)]);
  const entrant = await standingOf(left ?? '');
  expect(entrant).toMatchObject({ standing: 'withdrawn', open: ['standing'] });
  expect(entrant.notes[0]).toMatchObject({ standing: 'withdrawn', reason: '医院证明', byName: 'kaowu' });
  expect((await leave(next?.id ?? '')).code).toBe('wrong-state');
  const { candidateId } = await world.db.read((h) => h.repo(drawnPlaceRecord).findOneByOrFail({ id: next?.id ?? '' }));
  const body = { kind: 'added' as const, entryId: candidateId, reason: '又来了' };
  expect(await officer.api.call(stageDraws.changeStageDraw, { params: at, body })).toMatchObject({
    code: 'wrong-state',
    data: { state: 'stepped-back' },
  });
});

it('ends with the place and the roster in agreement when it is left while ranks are published', async () => {
  await world.moveTo('2025-07-29');
  const numbers = ['1', '2', '3', '4'];
  const all = () => Promise.all(numbers.map(standingOf));
  const marks = (await all()).flatMap(({ standing }, at) =>
    standing === 'withdrawn' ? [] : [[at + 1, [`8${at}.00`, `7${at}.00`]] as const],
  );
  await keyAll(staff.marker, params.id, Object.fromEntries(marks));
  await confirmAll(staff.second, params.id);
  const { revision, turn } = await previewOf(staff.publisher, params.id);
  const left = (await places()).find(({ state }) => state === 'drawn')?.id ?? '';
  const [published, stepped] = await Promise.all([
    staff.publisher.api.call(stagePublication.publishStage, {
      params,
      body: { revision, turn, reason: null },
    }),
    leave(left),
  ]);
  const withdrawn = (await all()).filter(({ standing }) => standing === 'withdrawn');
  const place = (await places()).find(({ id }) => id === left);
  // whoever comes second is refused, or corrects what was published
  expect([published.code, stepped.code]).toContain('ok');
  expect({ steppedBack: withdrawn.length === 2, placeLeft: place?.state === 'withdrawn' }).toEqual({
    steppedBack: stepped.code === 'ok',
    placeLeft: stepped.code === 'ok',
  });
  const desk = await deskOf(staff.marker, params.id);
  expect(desk.revision).toBe(published.code === 'ok' ? 1 : 0);
  expect(desk.unconfirmed.standing).toBe(stepped.code === 'ok' ? 1 : 0);
});
