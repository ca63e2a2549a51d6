import { applications, orders, rosterRows, rosters, sittings } from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { uploaded } from './apply';
import { colleagueOf } from './counter';
import { type SignedInPerson, equipBody } from './people';
import { photosOf, rowsIn } from './rosters';
import { type AugustSession, type SchoolRoster, augustSession, schoolWithRoster, shqbxh } from './school-with-roster';
import type { World } from './world';

export type School = AugustSession & SchoolRoster & { readonly finance: SignedInPerson };

/** A school with so many people, of whom the first ones are approved for S25's August session, in a world that stands at 2025-06-17. */
export async function schoolIn(world: World, many: number, approved = many): Promise<School> {
  const session = await augustSession(world);
  const { administrator } = session;
  await equipBody(world, administrator, shqbxh);
  const finance = await colleagueOf(world, administrator, shqbxh.id, 'caiwu', ['finance']);
  const nths = Array.from({ length: many }, (_, order) => order);
  const school = { ...session, finance, ...(await schoolWithRoster(session, { nths })) };
  await handInAll(school, nths, approved);
  return school;
}

/** Another school beside it, all of whose people are approved. */
export async function schoolBeside(
  { world, administrator, reviewer, finance, sessionId }: School,
  given: { readonly nths: readonly number[]; readonly nth: number; readonly name: string },
): Promise<School> {
  const session = { world, administrator, reviewer, sessionId };
  const school = { ...session, finance, ...(await schoolWithRoster(session, given)) };
  await handInAll(school, given.nths, given.nths.length);
  return school;
}

/** Photos, signed forms, handing in, and the approval of the first ones. */
async function handInAll({ world, agent, reviewer, roster }: School, nths: readonly number[], approved: number) {
  const params = { id: roster.id };
  await agent.api.ok(rosters.uploadRosterPhotos, { params, file: { bytes: await photosOf(nths), name: '照片.zip' } });
  await world.runJobs();
  for (const { id: rowId, version } of await rowsIn(agent, roster.id)) {
    const fileId = await uploaded(agent, 'document', await portrait());
    await agent.api.ok(rosterRows.takeSignedForm, { params: { ...params, rowId }, body: { fileId, version } });
  }
  await agent.api.ok(rosters.submitRoster, { params, body: { firstReviewed: true } });
  await world.runJobs();
  for (const { id } of (await rowsIn(agent, roster.id)).slice(0, approved)) await approve(reviewer, id);
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
