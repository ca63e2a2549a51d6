import { type ReactNode, createContext, useContext } from 'react';

/** How the app looks as a whole; the app provides it, ui only reads it. */
export type Looks = {
  readonly large: boolean;
  /** Shown above every page, such as the demonstration's clock. */
  readonly banner: ReactNode;
};

export const LooksContext = createContext<Looks>({ large: false, banner: null });

export const useLooks = (): Looks => useContext(LooksContext);
