import { createContext, useContext } from 'react';

/** How the person wants the app to look; the app provides it, ui only reads it. */
export type Looks = { readonly large: boolean };

export const LooksContext = createContext<Looks>({ large: false });

export const useLooks = (): Looks => useContext(LooksContext);
