import { applications } from '@jikaotong/shared/contract';
import { futureInstaller } from '../../builders/facts';
import { portrait } from '../../builders/photos';
import { type Applicant, identityOf, uploaded } from '../../support/apply';
import type { SignedInPerson } from '../../support/people';

const lightest = 40_000;
let drawn = 0;
/** Each picture has a size of its own, so that one shown in another's place is seen. */
const ownSize = ({ width, height }: { width: number; height: number }) => {
  drawn += 1;
  return { width: width + (drawn % 40), height: height + Math.floor(drawn / 40) };
};
/** A photo that B26 takes, as light as it may be, for it is stored in the repository. */
export const lightPortrait = () => portrait({ ...ownSize({ width: 150, height: 210 }), bytes: lightest });
/** A picture for everything that need not be a good one. */
export const tinyPicture = (background = '#ffffff') =>
  portrait({ ...ownSize({ width: 90, height: 134 }), bytes: 7_000, background });

/** A draft with everything filled in, ready to be handed in. */
export const lightDraft = async (person: SignedInPerson, sessionId: string, who: Applicant = {}) => {
  const { offeringCode = 'installer-5', route = '1', facts = futureInstaller() } = who;
  const draft = await person.api.ok(applications.createApplication, { body: { sessionId, offeringCode, facts } });
  const photoFileId = await uploaded(person, 'photo', await lightPortrait());
  const signatureFileId = await uploaded(person, 'signature', await tinyPicture());
  return person.api.ok(applications.saveApplication, {
    params: { id: draft.id },
    ifMatch: draft.version,
    body: { candidate: identityOf(who), route, photoFileId, signatureFileId },
  });
};
