import { rosterRows, rosters } from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { uploaded } from './apply';
import { filledRoster, lineOf, photosOf, rowsIn, templateOf } from './rosters';
import { sendSheet } from './send-sheet';
import type { TrainingBody } from './training-body';

/** So many people on the roster; the first ones have photos, and the first of them are handed in with the signed form. */
export async function rosterInPart(
  { world, agent, roster }: Pick<TrainingBody, 'world' | 'agent' | 'roster'>,
  many: { readonly people: number; readonly photos: number; readonly handedIn: number },
): Promise<void> {
  const params = { id: roster.id };
  const orders = Array.from({ length: many.people }, (_, order) => order);
  const lines = orders.map((order) => lineOf(order));
  const bytes = await filledRoster(await templateOf(agent, roster.id), lines);
  await sendSheet(world, agent, { endpoints: rosters.rosterSheet, id: roster.id, bytes });
  const zip = { bytes: await photosOf(orders.slice(0, many.photos)), name: '照片.zip' };
  await agent.api.ok(rosters.uploadRosterPhotos, { params, file: zip });
  await world.runJobs();
  for (const { id: rowId, version } of (await rowsIn(agent, roster.id)).slice(0, many.handedIn)) {
    const fileId = await uploaded(agent, 'document', await portrait());
    await agent.api.ok(rosterRows.takeSignedForm, { params: { ...params, rowId }, body: { fileId, version } });
  }
  await agent.api.ok(rosters.submitRoster, { params, body: { firstReviewed: false } });
  await world.runJobs();
}
