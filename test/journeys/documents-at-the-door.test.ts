import { expect, it, onTestFinished } from 'vitest';
import { invigilation, sittings } from '@jikaotong/shared/contract';
import type { DocumentType, Origin } from '@jikaotong/shared/notice';
import { openExamination } from '../support/examination';
import { staffMember } from '../support/people';
import { openWorld } from '../support/world';

const SLOT = '2026-12-12 09:00';

/** B26 三（二）1: who comes from where, with which document applied, and what all is accepted of them at the door. */
const PRINTED: readonly (readonly [string, Origin, DocumentType, string, readonly DocumentType[]])[] = [
  [
    '陈港',
    'hongkong-macau',
    'hongkong-macau-travel-permit',
    'H12345678',
    ['hongkong-id', 'macau-id', 'hongkong-macau-residence-permit', 'hongkong-macau-travel-permit', 'passport'],
  ],
  ['林台', 'taiwan', 'taiwan-travel-permit', '12345678', ['taiwan-residence-permit', 'taiwan-travel-permit']],
  ['SMITH JOHN', 'foreign', 'passport', 'AB1234567', ['foreign-permanent-resident-id', 'passport']],
];

it('names at the door what the notice accepts of each origin, beside the document that they applied with', async () => {
  const world = await openWorld({ day: '2026-11-23' });
  onTestFinished(() => world.stop());
  const exam = await openExamination(world);
  await exam.paid('o-0', { name: '王陆' });
  for (const [order, [name, origin, documentType, documentNumber]] of PRINTED.entries())
    await exam.paid(`o-${order + 1}`, { name, order: order + 1, documentNumber, document: { origin, documentType } });
  expect((await exam.setRooms(9)).code).toBe('ok');
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  const watcher = await staffMember(world, exam.administrator, 'jiankao', ['invigilator']);
  const { hours } = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
  const roomIds = hours.find(({ slot }) => slot === SLOT)?.rooms.map(({ roomId }) => roomId) ?? [];
  const body = { slot: SLOT, roomIds, who: { accountId: watcher.accountId } };
  const { dutyId } = await exam.officer.api.ok(invigilation.assignDuty, { params: exam.params, body });
  const list = () => watcher.api.call(invigilation.getDutyList, { params: { id: dutyId } });
  expect((await list()).code).toBe('duty-locked');
  await world.moveTo('2026-12-12', '08:00');
  const { guests } = invigilation.getDutyList.reply.parse((await list()).data);
  const said = new Map(guests.map((guest) => [guest.name, guest]));
  expect(said.get('王陆')).toMatchObject({ documentType: 'resident-id', documents: ['resident-id'] });
  for (const [name, , documentType, number, documents] of PRINTED)
    expect(said.get(name)).toMatchObject({ documentType, documentTail: number.slice(-4), documents });
  // the hours over, the list is locked again
  await world.moveTo('2026-12-12', '23:59');
  expect((await list()).code).toBe('duty-locked');
});
