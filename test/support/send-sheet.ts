import type { SheetEndpoints, SheetImportView } from '@jikaotong/shared/contract';
import type { SignedInPerson } from './people';
import type { World } from './world';

type Sent = {
  readonly endpoints: SheetEndpoints;
  /** What the sheet belongs to. */
  readonly id: string;
  readonly bytes: Buffer;
  readonly missing?: 'keep' | 'remove';
};

/** Sends a sheet, confirms what it would change and lets the job run; a sheet with problems stays as it is. */
export async function sendSheet(
  world: World,
  { api }: SignedInPerson,
  { endpoints, id, bytes, missing = 'keep' }: Sent,
): Promise<SheetImportView> {
  const sent = await api.ok(endpoints.upload, { params: { id }, file: { bytes, name: 'sheet.xlsx' } });
  if (sent.state !== 'preview') return sent;
  const params = { id, importId: sent.id };
  await api.ok(endpoints.confirm, { params, body: { missing } });
  await world.runJobs();
  return api.ok(endpoints.get, { params });
}

/** What a sheet says of one kind, in the order of its rows. */
export const sheetItems = async (
  { api }: SignedInPerson,
  { endpoints, id, importId }: { endpoints: SheetEndpoints; id: string; importId: string },
) => (await api.ok(endpoints.items, { params: { id, importId }, query: { limit: 200 } })).items;
