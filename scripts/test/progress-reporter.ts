import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule, TestSpecification } from 'vitest/node';

/** What a suite tells `npm test` over the channel between the processes. */
export type SuiteEvent =
  | { kind: 'run'; files: number }
  | { kind: 'file-began'; file: string }
  | { kind: 'test'; file: string; name: string; ms: number; state: 'passed' | 'failed' | 'skipped' }
  /** Broken: it does not load or a hook threw, so that it failed without a failed test. */
  | { kind: 'file-ended'; file: string; ms: number; isBroken: boolean }
  | { kind: 'complete' };

/** A reporter for vitest (which calls it with `new`) that tells what begins and ends; who listens does the sums. */
export default function progressReporter(): Reporter {
  // however the run above ends, this one ends with it; waiting for that keeps nothing alive
  process.once('disconnect', () => process.exit(1));
  process.channel?.unref();
  return {
    onTestRunStart: (specifications: readonly TestSpecification[]) =>
      tell({ kind: 'run', files: specifications.length }),
    onTestModuleStart: (module: TestModule) => tell({ kind: 'file-began', file: fileOf(module) }),
    onTestCaseResult: (test: TestCase) => {
      const { state } = test.result();
      const ms = test.diagnostic()?.duration ?? 0;
      tell({
        kind: 'test',
        file: fileOf(test.module),
        name: test.name,
        ms,
        state: state === 'pending' ? 'skipped' : state,
      });
    },
    onTestModuleEnd: (module: TestModule) => {
      const { duration, prepareDuration, environmentSetupDuration, setupDuration, collectDuration } =
        module.diagnostic();
      const ms = duration + prepareDuration + environmentSetupDuration + setupDuration + collectDuration;
      const hasFailedTest = [...module.children.allTests('failed')].length > 0;
      tell({ kind: 'file-ended', file: fileOf(module), ms, isBroken: !module.ok() && !hasFailedTest });
    },
    onTestRunEnd: () => tell({ kind: 'complete' }),
  };
}

const tell = (told: SuiteEvent): void => void process.send?.(told);
const fileOf = (module: TestModule): string => relative(process.cwd(), module.moduleId);
