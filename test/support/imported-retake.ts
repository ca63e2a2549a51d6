import { applications } from '@jikaotong/shared/contract';
import { futureInstaller } from '../builders/facts';
import { ownFile, portrait } from '../builders/photos';
import { handIn, identityOf, uploaded } from './apply';
import type { SignedInPerson } from './people';

/** Fills in what a pass from before does not tell of a retake for B26's installer-5, and hands it in. */
export async function handInRetake(person: SignedInPerson, id: string) {
  const { version } = await person.api.ok(applications.getApplication, { params: { id } });
  const photoFileId = await uploaded(person, 'photo', ownFile(await portrait(), id));
  const signatureFileId = await uploaded(person, 'signature', await portrait());
  const { documentExpiresOn, phone } = identityOf();
  await person.api.ok(applications.saveApplication, {
    params: { id },
    ifMatch: version,
    body: {
      candidate: { documentExpiresOn, phone },
      facts: futureInstaller(),
      route: '1',
      photoFileId,
      signatureFileId,
    },
  });
  return handIn(person, id);
}
