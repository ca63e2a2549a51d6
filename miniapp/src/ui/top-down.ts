import { useEffect, useState } from 'react';

/** A part that is this late does not hold back those below it. */
const PATIENCE_MS = 3_000;

/**
 * How many parts of a page may be drawn: from the top down to the first of which nothing is known yet, for what somebody is
 * about to tap must not be pushed down. What was drawn once stays.
 */
export function useTopDown(known: readonly boolean[]): number {
  const [isLate, setLate] = useState(false);
  const [most, setMost] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const unknown = known.indexOf(false);
  const now = isLate || unknown < 0 ? known.length : unknown;
  if (now > most) setMost(now);
  return Math.max(now, most);
}
