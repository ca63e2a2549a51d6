import { contestGroups as contract } from '@jikaotong/shared/contract';
import type { Route } from '../../platform/http';
import { serveBatches } from '../../platform/photo-batches';
import { measurePhoto, photoFaults } from '../applications';
import { lockUnit } from '../units';
import { type OpenGroup, loadGroup, refuseClosedGroup, wayOf } from './open-group';

export const PACKAGE_PHOTOS = 'package-photos';

/** The photos of a package from a desk, before its list (C25 三（六）2). */
export const batchRoutes: Route[] = serveBatches<OpenGroup>({
  name: PACKAGE_PHOTOS,
  endpoints: contract.packagePhotos,
  open: loadGroup,
  judge: (open, day) =>
    wayOf(open.contest) === 'package' ? refuseClosedGroup(open, day) : { refused: 'group-not-offered' },
  unitOf: ({ unit }) => unit.id,
  lock: (h, { unit }) => lockUnit(h, unit.id),
  ruleOf: ({ contest }) => contest.notice.photo,
  measure: async ({ contest }, bytes) => {
    const facts = await measurePhoto(bytes);
    return { facts, faults: photoFaults(contest.notice, { fileId: '', facts }) };
  },
});
