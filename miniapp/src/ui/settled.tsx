import { type PropsWithChildren, createContext, useContext, useEffect, useState } from 'react';

/** For how long what has just been drawn takes no tap: the second half of a double tap was meant for what stood there before. */
const SETTLES_MS = 600;

const Settled = createContext(true);

/** Whether what stands here has stood long enough to be meant by a tap. */
export const useSettled = (): boolean => useContext(Settled);

/** Its buttons stand still until they have been seen for a moment; with another `of` they begin anew. */
export function Settling({ of, children }: PropsWithChildren<{ of: string }>) {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(of), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [of]);
  return <Settled.Provider value={settled === of}>{children}</Settled.Provider>;
}
