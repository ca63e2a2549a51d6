import type { RefusalCode } from '@jikaotong/shared/contract';

/** An expected "no": a code of the contract and the data its sentence needs; never personal values. */
export type Refused = { readonly refused: RefusalCode; readonly data?: Readonly<Record<string, unknown>> };

const MARK: unique symbol = Symbol('refusal');
type Refusal = Error & { readonly [MARK]: Refused };

/** Ends the request with this refusal; the transaction it happens in is rolled back. */
export function refuse(code: RefusalCode, data?: Readonly<Record<string, unknown>>): never {
  const refused: Refused = data === undefined ? { refused: code } : { refused: code, data };
  throw Object.assign(new Error(`refused: ${code}`), { [MARK]: refused });
}

/** Ends the request if a policy says no; goes on with null. */
export function refuseWhen(refused: Refused | null): void {
  if (refused) refuse(refused.refused, refused.data);
}

/** What was refused, or null for any other error. */
export const refusalIn = (error: unknown): Refused | null => (isRefusal(error) ? error[MARK] : null);

const isRefusal = (error: unknown): error is Refusal => error instanceof Error && MARK in error;
