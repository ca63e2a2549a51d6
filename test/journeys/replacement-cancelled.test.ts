import { contests, stagePublication } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import {
  confirmAll,
  deskOf,
  entered,
  freezeRoster,
  keyAll,
  note,
  previewOf,
  publish,
  stageStaff,
} from '../support/stage';
import { openWorld } from '../support/world';

// Ten, of whom three go on; the second steps back from the next stage.
it('lets nobody into a stage that was cancelled', async () => {
  const world = await openWorld({ day: '2025-07-10' });
  const staff = await stageStaff(world);
  await entered(world, staff, 10);
  const { id } = await entriesOf(staff.administrator);
  await freezeRoster(staff.administrator, id);
  const marks = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [at + 1, ['80', String(95 - at)] as const]));
  await keyAll(staff.marker, id, marks);
  await confirmAll(staff.second, id);
  await publish(staff.publisher, id);
  const next = (await deskOf(staff.marker, id)).stages[1]?.id ?? '';
  await freezeRoster(staff.administrator, next);
  await note(staff.marker, next, { number: 2, standing: 'withdrawn' });
  expect((await previewOf(staff.publisher, id)).replacements).toMatchObject([{ number: 4, free: 1 }]);
  await staff.administrator.api.ok(contests.cancelStage, {
    params: { id: C25, stage: 'semi-final' },
    body: { reason: '赞助方退出' },
  });
  expect((await previewOf(staff.publisher, id)).replacements).toEqual([]);
  const body = { number: 4, reason: '2号退赛，空出一个名额' };
  expect(await staff.publisher.api.refused(stagePublication.admitInstead, { params: { id }, body })).toMatchObject({
    code: 'wrong-state',
    data: { state: 'next-stage-cancelled' },
  });
  await world.stop();
});
