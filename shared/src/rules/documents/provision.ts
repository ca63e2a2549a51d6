/** How a paper comes in: `generated` by us as PDF, scans `upload`ed, or a `number` (certificate number, 学信网 code). */
export type Provision = 'generated' | 'upload' | 'number';

/** The papers that notices name; another code is a paper to upload. */
export const KNOWN_DOCUMENTS = [
  'application-form',
  'work-commitment-letter',
  'work-experience-letter',
  'education-letter',
  'certificate-original-or-number',
  'diploma',
  'chsi-code',
  'paper-authentication',
] as const;
export type KnownDocument = (typeof KNOWN_DOCUMENTS)[number];

const PROVISIONS: Readonly<Record<KnownDocument, readonly Provision[]>> = {
  'application-form': ['generated'],
  'work-commitment-letter': ['generated'],
  'work-experience-letter': ['generated'],
  'education-letter': ['generated'],
  'certificate-original-or-number': ['upload', 'number'],
  diploma: ['upload'],
  'chsi-code': ['number', 'upload'],
  'paper-authentication': ['upload', 'number'],
};

export const isKnownDocument = (document: string): document is KnownDocument => document in PROVISIONS;

/**
 * Whether there is something that a person must compare with what was told: a scan or a number. A letter that we write
 * from what was told and its person confirms says nothing else, until a signed one comes in as a scan.
 */
export const isHandedIn = (paper: { readonly fileIds: readonly string[]; readonly number: string | null }): boolean =>
  paper.fileIds.length > 0 || (paper.number ?? '') !== '';

/** The ways a paper may come in; any one of them will do. */
export const provisionsOf = (document: string): readonly Provision[] =>
  isKnownDocument(document) ? PROVISIONS[document] : ['upload'];
