import type { ParticipantState } from '../participants';

/** While an application is with staff or approved; a draft, and one that was sent back, the candidate mends alone. */
export const CORRECTABLE: readonly ParticipantState[] = ['submitted', 'approved'];
