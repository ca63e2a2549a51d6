import type { BodyView } from '@jikaotong/shared/contract';
import type { Handle } from '../../platform/db';
import type { Body } from './body.record';
import { findMerchantRow } from './body.repository';

/** A body for its administrators; of the merchant's keys only what tells two of them apart. */
export async function presentBody(h: Handle, body: Body): Promise<BodyView> {
  const merchant = await findMerchantRow(h, body);
  return {
    id: body.id,
    name: body.name,
    merchant: merchant && { mchid: merchant.mchid, serialTail: merchant.serial.slice(-6) },
    ticketNumberPattern: body.ticketNumberPattern,
    certificatePrefix: body.certificatePrefix,
    sealFileId: body.sealFileId,
    graceMinutes: body.graceMinutes,
    publicityShows: body.publicityShows ?? 'all',
  };
}
