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

/** The ways a paper may come in; any one of them will do. */
export const provisionsOf = (document: string): readonly Provision[] =>
  isKnownDocument(document) ? PROVISIONS[document] : ['upload'];
