/**
 * Why an application must be looked at by itself: the chosen condition needs a person's judgement, the photo, a grey one
 * where colour is asked, what was mended after a return, a name that looks like a trial, a number of a certificate that
 * cannot be one, an online code that can be looked up no more, papers that nobody has read, a signed form that stands
 * on the word of a unit's agent alone, another live application of the same face or person under another document, an open case. `clear`:
 * nothing of that. `portrait`: nobody has looked at the photo yet, among the others or by itself; it may stand beside
 * `clear`.
 */
export const DOUBTS = [
  'condition',
  'photo',
  'photo-grey',
  'mended',
  'trial-name',
  'certificate',
  'code-expired',
  'papers',
  'form',
  'twin',
  'case',
  'portrait',
  'clear',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What two applications may have in common: the photo, name and birth date, the number of the document, the phone. */
export const SHARED_TRAITS = ['portrait', 'namesake', 'number', 'phone'] as const;
export type SharedTrait = (typeof SHARED_TRAITS)[number];
