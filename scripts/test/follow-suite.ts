import { unreachable } from '@jikaotong/shared/kernel';
import type { SuiteEvent } from './progress-reporter';

export type Counts = { passed: number; failed: number; skipped: number };

/** Keeps account of what a suite tells: how far it is, what it is at, what it came to and what took longest. */
export type SuiteProgress = {
  hear: (told: unknown) => void;
  /** One line while it runs. */
  sofar: () => string;
  /** `ok`: the program ended well. An error outside any test, or an end before the last test, counts as one failed. */
  counts: (ok: boolean) => Counts;
  /** Lines for its end. */
  slowest: () => readonly string[];
};

type Timed = { what: string; ms: number };
const shown = 3;

export const followSuite = (): SuiteProgress => {
  const counted: Counts = { passed: 0, failed: 0, skipped: 0 };
  const underWay = new Set<string>();
  const [files, tests]: [Timed[], Timed[]] = [[], []];
  let [expected, isComplete] = [0, false];
  return {
    hear: (told) => {
      if (!isTold(told)) return;
      switch (told.kind) {
        case 'run':
          expected += told.files;
          return;
        case 'file-began':
          underWay.add(told.file);
          return;
        case 'test':
          counted[told.state] += 1;
          tests.push({ what: `${told.name} (${told.file})`, ms: told.ms });
          return;
        case 'file-ended':
          underWay.delete(told.file);
          files.push({ what: told.file, ms: told.ms });
          if (told.isBroken) counted.failed += 1;
          return;
        case 'complete':
          isComplete = true;
          return;
        default:
          unreachable(told);
      }
    },
    sofar: () =>
      `${tests.length} tests, ${files.length} of ${expected} files${underWay.size > 0 ? `, now ${[...underWay].join(' ')}` : ''}`,
    counts: (ok) => ({ ...counted, failed: counted.failed === 0 && !(ok && isComplete) ? 1 : counted.failed }),
    slowest: () => [
      ...(files.length > 1 ? [`slowest files: ${slowestOf(files)}`] : []),
      ...(tests.length > 1 ? [`slowest tests: ${slowestOf(tests)}`] : []),
    ],
  };
};

/** Our own reporter stands at the other end of the channel. */
const isTold = (told: unknown): told is SuiteEvent => typeof told === 'object' && told !== null && 'kind' in told;

const slowestOf = (timed: readonly Timed[]): string =>
  timed
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, shown)
    .map(({ what, ms }) => `${(ms / 1000).toFixed(1)} s ${what}`)
    .join(' · ');
