/** Money in whole fen (1 yuan = 100 fen). */
export type Fen = number & { readonly __brand: 'Fen' };

export const isFen = (amount: number): amount is Fen => Number.isSafeInteger(amount) && amount >= 0;

/** An amount known to be good; throws on fractions, negatives and overflow. */
export function fen(amount: number): Fen {
  if (!isFen(amount)) throw new Error(`not an amount in fen: ${amount}`);
  return amount;
}

export const sumFen = (amounts: readonly Fen[]): Fen => fen(amounts.reduce((sum, amount) => sum + amount, 0));
