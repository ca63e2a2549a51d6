import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../preflight.mjs';

const program = (name) => join(projectFolder, 'node_modules', '.bin', name);
const script = (name, npmScript = name) => ({
  name,
  kind: 'check',
  command: 'npm',
  args: ['run', '--silent', npmScript],
});
const suite = (name, folder, { needs = [], calls = name } = {}) => ({
  name,
  calls,
  kind: 'suite',
  folder,
  needs,
  command: program('vitest'),
  args: ['run', '--config', 'test/vitest.config.ts', '--project', name],
});
const build = (targets) => ({
  name: 'build',
  kind: 'check',
  command: program('tsx'),
  args: ['scripts/build/main.ts', '--if-stale', ...targets.map((target) => `--${target}`)],
});

/** Checks may run side by side; suites have the machine to themselves. */
const checks = [
  script('format', 'format:check'),
  script('lint'),
  script('boundaries'),
  script('types'),
  script('unused'),
];
const suites = [
  suite('unit', '.'),
  suite('journeys-libsql', 'test/journeys', { calls: 'journeys' }),
  suite('journeys-mariadb', 'test/journeys', { calls: 'journeys' }),
  suite('browser', 'test/browser', { needs: ['h5'] }),
  suite('weapp', 'test/weapp', { needs: ['weapp'] }),
];

/** What may stand behind `npm test --`. */
export const phaseNames = [
  ...new Set(['build', ...[...checks, ...suites].flatMap(({ name, calls = name }) => [name, calls])]),
];

/** The phases asked for, or all; what a suite drives is built first when its sources are newer. */
export const phases = (wanted) => {
  const isAsked = ({ name, calls }) => wanted.length === 0 || wanted.includes(name) || wanted.includes(calls);
  const chosen = suites.filter((phase) => isAsked(phase) && existsSync(join(projectFolder, phase.folder)));
  const targets = isAsked({ name: 'build' })
    ? ['bff', 'h5', 'weapp']
    : [...new Set(chosen.flatMap(({ needs }) => needs))];
  const builds = targets.length > 0 ? [build(targets)] : [];
  return { sideBySide: [...builds, ...checks.filter(isAsked)], oneByOne: chosen };
};
