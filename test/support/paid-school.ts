import {
  type RosterView,
  type UnitView,
  applications,
  orders,
  rosterRows,
  rosters,
  sittings,
} from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { uploaded } from './apply';
import { colleagueOf } from './counter';
import { student } from './government-list';
import { type SignedInPerson, candidateByPhone, equipBody, firstAdministrator } from './people';
import { planSession } from './plan-session';
import { filledRoster, openRoster, photosOf, rowsIn, templateOf } from './rosters';
import { sendSheet } from './send-sheet';
import { approvedUnit, unitCode } from './units';
import type { World } from './world';

const body = { id: 'shqbxh', name: '上海市企事业单位治安保卫协会' } as const;

export type School = {
  readonly world: World;
  readonly administrator: SignedInPerson;
  readonly reviewer: SignedInPerson;
  readonly finance: SignedInPerson;
  readonly agent: SignedInPerson;
  readonly unit: UnitView;
  readonly roster: RosterView;
  readonly sessionId: string;
};

/** A school with so many people, of whom the first ones are approved for S25's August session, in a world that stands at 2025-06-17. */
export async function schoolIn(world: World, many: number, approved = many): Promise<School> {
  const administrator = await firstAdministrator(world, 'shqbxh-admin', body);
  await equipBody(world, administrator, body);
  const reviewer = await colleagueOf(world, administrator, body.id, 'shenhe', ['reviewer']);
  const finance = await colleagueOf(world, administrator, body.id, 'caiwu', ['finance']);
  const sessionId = await planSession(administrator, {
    noticeId: 'shqbxh-2025-certification',
    name: '2025年8月批次',
    examOn: '2025-08-16',
    offerings: { 'security-manager-3': ['theory', 'skill'] },
    opens: '2025-06-16',
    closes: '2025-07-15',
    payBy: '2025-07-20',
  });
  const agent = await candidateByPhone(world, '13900000001');
  const told = { bodyId: body.id, name: '某保安学校', kind: 'school' as const, code: unitCode(1) };
  const unit = await approvedUnit(agent, reviewer, told);
  const roster = await openRoster(agent, unit, sessionId);
  const params = { id: roster.id };
  const nths = Array.from({ length: many }, (_, order) => order);
  const bytes = await filledRoster(
    await templateOf(agent, roster.id),
    nths.map((nth) => student(nth)),
  );
  await sendSheet(world, agent, { endpoints: rosters.rosterSheet, id: roster.id, bytes });
  await agent.api.ok(rosters.uploadRosterPhotos, { params, file: { bytes: await photosOf(nths), name: '照片.zip' } });
  await world.runJobs();
  for (const { id: rowId, version } of await rowsIn(agent, roster.id)) {
    const fileId = await uploaded(agent, 'document', await portrait());
    await agent.api.ok(rosterRows.takeSignedForm, { params: { ...params, rowId }, body: { fileId, version } });
  }
  await agent.api.ok(rosters.submitRoster, { params, body: { firstReviewed: true } });
  await world.runJobs();
  for (const { id } of (await rowsIn(agent, roster.id)).slice(0, approved)) await approve(reviewer, id);
  return { world, administrator, reviewer, finance, agent, unit, roster, sessionId };
}

export async function approve(reviewer: SignedInPerson, id: string): Promise<void> {
  const { version } = await reviewer.api.ok(applications.getReview, { params: { id } });
  await reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
}

/** Orders everybody who is approved, and books the transfer of the whole order. */
export async function payAll({ world, agent, finance, roster }: School): Promise<void> {
  const params = { id: roster.id };
  const { orders: opened } = await agent.api.ok(rosters.openRosterOrder, { params });
  const order = opened.find(({ state }) => state === 'open');
  if (!order) throw new Error('no order');
  const paid = { method: 'transfer' as const, amountFen: order.totalFen, paidOn: world.today() };
  await finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body: paid });
}

/** Seats everybody who has paid, and goes to the day of the tickets. */
export async function seatAll({ world, administrator, sessionId }: School): Promise<void> {
  await world.moveTo('2025-07-21');
  await administrator.api.ok(sittings.seatSession, { params: { id: sessionId } });
  await world.moveTo('2025-08-11');
}
