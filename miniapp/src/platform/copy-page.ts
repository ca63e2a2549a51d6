import { copy } from './device';

/** Words twice: as a page with tables for whatever can paste one, and as plain text; WeChat's clipboard takes text alone. */
export type Pasted = { readonly text: string; readonly html: string };

/** Puts both on the clipboard and says so. */
export const copyPage = ({ text }: Pasted): Promise<void> => copy(text);
