/** How many to try: a small number in `npm test`, the full one in `npm run prove`, which sets PROVE_COUNT. */
export const proveCount = (small: number): number => Number(process.env.PROVE_COUNT) || small;
