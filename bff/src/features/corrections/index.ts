import type { Feature } from '../../platform/http';
import { correctionRecord } from './correction.record';
import { routes } from './correction.routes';
import { heldHere } from './held';

export { dropCorrection } from './end-correction';

/** What candidates ask to have put right after handing in, and what staff decide. */
export const feature: Feature = {
  name: 'corrections',
  records: [correctionRecord],
  held: heldHere,
  routes,
  fileColumns: [
    { table: 'correction', column: 'evidence', json: true },
    { table: 'correction', column: 'photo_before', json: true },
    { table: 'correction', column: 'photo_after', json: true },
  ],
};
