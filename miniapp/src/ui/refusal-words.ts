import type { AnyRefusalCode } from '@jikaotong/shared/contract';
import { refusalSentence } from '@jikaotong/shared/words';

/** A "no" of the API as a screen holds it. */
export type Said = { readonly code: AnyRefusalCode; readonly data: Readonly<Record<string, unknown>> };

/** The refusal in words, for where a screen holds one; `''` without one. */
export const useRefusalWords = (said: Said | null): string => (said ? refusalSentence(said.code, said.data) : '');

/** The refusal in words, for where it is only said once. */
export const refusalWords = async ({ code, data }: Said): Promise<string> => refusalSentence(code, data);
