import { createHash } from 'node:crypto';
import type { PhotoBatchEndpoints, PhotoBatchView } from '@jikaotong/shared/contract';
import type { ApiClient } from './api-client';

/** A photo at the desk: as the file is called, how heavy the original was, and what it was shrunk to. */
export type Shrunk = { readonly name: string; readonly original: number; readonly bytes: Buffer };

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type To = { readonly endpoints: PhotoBatchEndpoints; readonly id: string };

export const beginBatch = (api: ApiClient, { endpoints, id }: To, photos: readonly Shrunk[]): Promise<PhotoBatchView> =>
  api.ok(endpoints.begin, {
    params: { id },
    body: { photos: photos.map(({ name, original }) => ({ name, bytes: original })) },
  });

/** What a call to send one photo of a batch takes. */
export const photoCall = ({ id }: Pick<To, 'id'>, batchId: string, number: number, bytes: Buffer) => ({
  params: { id, batchId, number },
  query: { sha256: sha256Of(bytes) },
  file: { bytes, name: 'photo.jpg' },
});

/** Sends what is not there yet; after every cut asks again what is. Gives how often the network broke. */
export async function sendBatch(
  api: ApiClient,
  to: To,
  batchId: string,
  photos: readonly Shrunk[],
): Promise<{ readonly broken: number }> {
  const standing = async (): Promise<PhotoBatchView['photos']> =>
    (await api.ok(to.endpoints.get, { params: { id: to.id } })).batch?.photos ?? [];
  for (let broken = 0; ; broken += 1) {
    try {
      for (const { number, settled } of await standing()) {
        const photo = photos[number - 1];
        if (!settled && photo) await api.ok(to.endpoints.send, photoCall(to, batchId, number, photo.bytes));
      }
      return { broken };
    } catch (error) {
      // fetch says so when a connection broke; everything else is a fault
      if (!(error instanceof TypeError)) throw error;
    }
  }
}
