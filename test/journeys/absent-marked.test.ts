import { stagePublication } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { entriesOf } from '../support/listed-entries';
import { confirmAll, entered, keyAll, note, previewOf, stageStaff, freezeRoster } from '../support/stage';
import { openWorld } from '../support/world';

it('asks why somebody who is noted absent has marks, before ranks are published', async () => {
  const world = await openWorld({ day: '2025-07-10' });
  const staff = await stageStaff(world);
  await entered(world, staff, 3);
  const { id } = await entriesOf(staff.administrator);
  const params = { id };
  await freezeRoster(staff.administrator, params.id);
  await note(staff.marker, id, { number: 2, standing: 'absent' });
  await keyAll(staff.marker, id, { 1: ['80', '90'], 2: ['97', '60'], 3: ['70', '80'] });
  await confirmAll(staff.second, id);
  const { revision, turn, absentMarked, against } = await previewOf(staff.publisher, id);
  expect(against).toEqual({ unconfirmed: 0, incomplete: 0, undecidedTies: 0 });
  expect(absentMarked).toMatchObject([{ number: 2 }]);
  const body = { revision, turn, reason: null };
  const refused = await staff.publisher.api.refused(stagePublication.publishStage, { params, body });
  expect(refused).toMatchObject({ code: 'absent-marked', data: { entrants: [expect.stringMatching(/^2号 /)] } });
  const said = { ...body, absentReason: '只参加了理论，技能没有到' };
  const desk = await staff.publisher.api.ok(stagePublication.publishStage, { params, body: said });
  expect(desk).toMatchObject({ revision: 1, standings: { present: 2, absent: 1 } });
  await world.stop();
});
