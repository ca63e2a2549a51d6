import { useState } from 'react';
import { type Refusal, isOutdated, refreshScreens } from '../../platform';

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
