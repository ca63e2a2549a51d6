import { type Score, parseScore } from '@jikaotong/shared/kernel';

/** Points as they are typed; null for what is none. */
export const readPoints = (text: string): Score | null => {
  const read = parseScore(text);
  return read.ok ? read.value : null;
};
