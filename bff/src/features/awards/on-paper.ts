import type { Contest } from '../contests';

/** Whether the body makes a paper of its own for an award: other givers get their list, level certificates their register. */
export const isOnPaper = ({ gives, giver, for: whom }: Contest['rule']['awards'][number], body: string): boolean =>
  (gives === 'certificate' || gives === 'honour') && giver === body && whom.kind !== 'staff';
