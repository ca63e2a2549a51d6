import { type ApplicationView, applications, files } from '@jikaotong/shared/contract';
import { type LocalDate, localDate } from '@jikaotong/shared/kernel';
import type { DocumentType, Facts, Origin } from '@jikaotong/shared/notice';
import { NO_END } from '@jikaotong/shared/rules/identity';
import { citizenNumber } from '../builders/citizen-number';
import { futureInstaller } from '../builders/facts';
import { ownFile, portrait } from '../builders/photos';
import type { SignedInPerson } from './people';

export type Applicant = {
  offeringCode?: string;
  route?: string;
  facts?: Facts;
  name?: string;
  birthDate?: LocalDate;
  sex?: 'male' | 'female';
  /** Tells people of one birthday apart. */
  order?: number;
  documentNumber?: string;
  /** Without, a mainland identity card. */
  document?: { readonly origin: Origin; readonly documentType: DocumentType };
  phone?: string;
  /** Without, a file that nobody else sends. */
  photo?: Buffer;
};

/** The identity a candidate fills in: born 1990-05-01, a mainland ID card valid for long, unless told otherwise. */
export const identityOf = (who: Applicant = {}) => {
  const birthDate = who.birthDate ?? localDate('1990-05-01');
  const sex = who.sex ?? 'male';
  return {
    name: who.name ?? '张伟',
    ...(who.document ?? { origin: 'mainland' as const, documentType: 'resident-id' as const }),
    // what the number does not tell is asked
    ...(who.document && { birthDate, sex }),
    documentNumber: who.documentNumber ?? citizenNumber({ birthDate, sex, order: who.order ?? 0 }),
    documentExpiresOn: NO_END,
    phone: who.phone ?? '13800001111',
  };
};

/** Uploads a file and gives its id. */
export const uploaded = async (
  person: SignedInPerson,
  purpose: 'photo' | 'document' | 'signature' | 'voucher',
  bytes: Buffer,
): Promise<string> =>
  (await person.api.ok(files.uploadFile, { query: { purpose }, file: { bytes, name: `${purpose}.jpg` } })).id;

/** A draft with everything filled in, ready to be handed in. */
export const readyDraft = async (
  person: SignedInPerson,
  sessionId: string,
  who: Applicant = {},
): Promise<ApplicationView> => {
  const { offeringCode = 'installer-5', route = '1', facts = futureInstaller() } = who;
  const draft = await person.api.ok(applications.createApplication, { body: { sessionId, offeringCode, facts } });
  const photoFileId = await uploaded(person, 'photo', who.photo ?? ownFile(await portrait(), draft.id));
  const signatureFileId = await uploaded(person, 'signature', await portrait());
  return person.api.ok(applications.saveApplication, {
    params: { id: draft.id },
    ifMatch: draft.version,
    body: { candidate: identityOf(who), route, photoFileId, signatureFileId },
  });
};

const statements = { truthful: true, noticeRead: true } as const;

/** Hands an application in. */
export const handIn = (person: SignedInPerson, id: string): Promise<ApplicationView> =>
  person.api.ok(applications.submitApplication, { params: { id }, body: statements });

export const handInRefused = (person: SignedInPerson, id: string) =>
  person.api.refused(applications.submitApplication, { params: { id }, body: statements });

/** An application handed in. */
export const handedIn = async (person: SignedInPerson, sessionId: string, who: Applicant = {}) =>
  handIn(person, (await readyDraft(person, sessionId, who)).id);

/** An application that a reviewer has approved. */
export const approvedFor = async (
  person: SignedInPerson,
  reviewer: SignedInPerson,
  sessionId: string,
  who: Applicant = {},
): Promise<string> => {
  const { id, version } = await handedIn(person, sessionId, who);
  await reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
  return id;
};
