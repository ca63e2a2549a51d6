import { join } from 'node:path';
import { root } from '../build/places';

/** A check passes or fails as a whole; a suite counts its tests. */
export type Phase = { name: string; kind: 'check' | 'suite'; command: string; args: readonly string[] };
/** Checks may run side by side; suites have the machine to themselves. */
export type Plan = { sideBySide: readonly Phase[]; oneByOne: readonly Phase[] };
type Suite = Phase & { needs: readonly ('h5' | 'weapp')[]; calls: string };

const program = (name: string): string => join(root, 'node_modules', '.bin', name);
const script = (name: string, npmScript = name): Phase => ({
  name,
  kind: 'check',
  command: 'npm',
  args: ['run', '--silent', npmScript],
});
const reporter = join(root, 'scripts', 'test', 'progress-reporter.ts');
const suite = (name: string, { needs = [], calls = name }: Partial<Pick<Suite, 'needs' | 'calls'>> = {}): Suite => ({
  name,
  calls,
  kind: 'suite',
  needs,
  command: program('vitest'),
  args: ['run', '--config=test/vitest.config.ts', `--project=${name}`, '--reporter=default', `--reporter=${reporter}`],
});
const build = (targets: readonly string[]): Phase => ({
  name: 'build',
  kind: 'check',
  command: program('tsx'),
  args: ['scripts/build/main.ts', '--if-stale', ...targets.map((target) => `--${target}`)],
});

const checks = [
  script('format', 'format:check'),
  script('lint'),
  script('boundaries'),
  script('types'),
  script('unused'),
];
const suites = [
  suite('unit'),
  suite('journeys-libsql', { calls: 'journeys' }),
  suite('journeys-mariadb', { calls: 'journeys' }),
  suite('browser', { needs: ['h5'] }),
  suite('weapp', { needs: ['weapp'] }),
];

/** What may stand behind `npm test --`. */
export const phaseNames = [
  ...new Set(['build', ...checks.map(({ name }) => name), ...suites.flatMap(({ name, calls }) => [name, calls])]),
];

/** The phases asked for, or all; what a suite drives is built first when its sources are newer. */
export const phases = (wanted: readonly string[]): Plan => {
  const isAsked = (...names: string[]) => wanted.length === 0 || names.some((name) => wanted.includes(name));
  const chosen = suites.filter(({ name, calls }) => isAsked(name, calls));
  const targets = isAsked('build') ? ['bff', 'h5', 'weapp'] : [...new Set(chosen.flatMap(({ needs }) => needs))];
  const builds = targets.length > 0 ? [build(targets)] : [];
  return { sideBySide: [...builds, ...checks.filter(({ name }) => isAsked(name))], oneByOne: chosen };
};
