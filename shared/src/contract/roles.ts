/** What staff of a body may do; one person may hold several. */
export const ROLES = [
  'reviewer',
  'finance',
  'exam-officer',
  'score-officer',
  'publisher',
  'invigilator',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];
