import type { BodyOf, contestEntries } from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { type Applicant, identityOf, uploaded } from './apply';
import type { SignedInPerson } from './people';

/** C25, which is entered here. */
export const C25 = 'bspia-2025-competition-monitor-operator';

/** What somebody enters C25 with; the photo is the entrant's own, on blue unless told otherwise. */
export const entryBody = async (
  person: SignedInPerson,
  who: Applicant = {},
  background = '#3a74c8',
): Promise<BodyOf<typeof contestEntries.enterContest>> => ({
  ...identityOf(who),
  group: 'monitor',
  groupNote: null,
  unit: '北京某某安防有限公司',
  unitType: 'company',
  coach: '李老师',
  unionCard: true,
  levels: [{ occupation: '安全防范设备值机员', level: 4 }],
  training: true,
  photoFileId: await uploaded(person, 'photo', await portrait({ background })),
});
