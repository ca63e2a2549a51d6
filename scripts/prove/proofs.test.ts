import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROOFS } from './proofs';

it('every file of a proof is there', () => {
  const files = Object.values(PROOFS).flatMap(({ runs }) => runs.flatMap((run) => run.files));
  expect(files.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([]);
});
