/** What staff of a body may do; one person may hold several. Administrators give them. */
export const BODY_ROLES = [
  'reviewer',
  'finance',
  'exam-officer',
  'score-officer',
  'publisher',
  'invigilator',
  'administrator',
] as const;

/**
 * With what belongs to the whole installation and not to a body, though it stands among the roles of one: its failed work
 * and the years of days off. The operator is named on the command line and by nobody else.
 */
export const ROLES = [...BODY_ROLES, 'operator'] as const;

export type BodyRole = (typeof BODY_ROLES)[number];
export type Role = (typeof ROLES)[number];
