/** Money in whole fen (1 yuan = 100 fen). */
export type Fen = number & { readonly __brand: 'Fen' };

export const isFen = (amount: number): amount is Fen => Number.isSafeInteger(amount) && amount >= 0;

/** An amount known to be good; throws on fractions, negatives and overflow. */
export function fen(amount: number): Fen {
  if (!isFen(amount)) throw new Error(`not an amount in fen: ${amount}`);
  return amount;
}

export const sumFen = (amounts: readonly Fen[]): Fen => fen(amounts.reduce((sum, amount) => sum + amount, 0));

/** Yuan as people type them, `155` or `155.5`, at most two decimals; null for anything else. */
export function fenOfYuan(text: string): Fen | null {
  const parts = /^[¥￥]?(\d{1,7})(?:\.(\d{1,2}))?元?$/.exec(text.trim());
  const amount = parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : -1;
  return isFen(amount) ? amount : null;
}
