import { expect, it } from 'vitest';
import { apartWords } from './protests';

it('names the first few whose awards stand apart, and counts the rest', () => {
  const of = (many: number) => Array.from({ length: many }, (_, at) => `${at + 1}号`);
  expect(apartWords(of(5))).toBe('1号、2号、3号、4号、5号');
  expect(apartWords(of(36))).toBe('1号、2号、3号、4号、5号等36人');
});
