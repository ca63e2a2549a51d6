import { expect, it } from 'vitest';
import { followSuite } from './follow-suite';
import type { SuiteEvent } from './progress-reporter';

const test = (name: string, state: 'passed' | 'failed' | 'skipped', ms = 1): SuiteEvent => ({
  kind: 'test',
  file: 'a',
  name,
  ms,
  state,
});
const after = (...told: SuiteEvent[]) => {
  const suite = followSuite();
  told.forEach(suite.hear);
  return suite;
};
const complete: SuiteEvent = { kind: 'complete' };

it('counts what passed, failed and was skipped', () => {
  const suite = after(test('x', 'passed'), test('y', 'failed'), test('z', 'skipped'), test('w', 'passed'), complete);
  expect(suite.counts(false)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

it('counts as one failed: a file that does not load, an error outside any test, and an end before the last test', () => {
  expect(after({ kind: 'file-ended', file: 'a', ms: 1, isBroken: true }, complete).counts(false).failed).toBe(1);
  expect(after(test('x', 'passed'), complete).counts(false).failed).toBe(1);
  expect(after(test('x', 'passed')).counts(true).failed).toBe(1);
  expect(after(test('x', 'passed'), complete).counts(true).failed).toBe(0);
});

it('says how far it is, what it is at, and what took longest', () => {
  const suite = after(
    { kind: 'run', files: 2 },
    { kind: 'file-began', file: 'a' },
    test('short', 'passed', 100),
    test('long', 'passed', 2_000),
    { kind: 'file-ended', file: 'a', ms: 2_200, isBroken: false },
    { kind: 'file-began', file: 'b' },
  );
  expect(suite.sofar()).toBe('2 tests, 1 of 2 files, now b');
  expect(suite.slowest()).toEqual(['slowest tests: 2.0 s long (a) · 0.1 s short (a)']);
});
