import { useState } from 'react';
import { type Refusal, refreshScreens } from '../../platform';

/** Answers that mean: what the screen shows is not how things stand any more. */
const OUTDATED: ReadonlySet<string> = new Set(['wrong-state', 'changed-meanwhile']);

export const isOutdated = (code: string): boolean => OUTDATED.has(code);

/** A decision that came too late: what the screen shows is fetched anew first, `late` then says why nothing was done. */
export function useTooLate() {
  const [late, setLate] = useState(false);
  const reload = async () => {
    await refreshScreens();
    setLate(true);
  };
  /** What is still to be said in the server's own words. */
  const unsaid = (refusal: Refusal | null) => (late && refusal && isOutdated(refusal.code) ? null : refusal);
  return { late, reload, unsaid };
}
