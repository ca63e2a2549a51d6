import { type Counts, followSuite } from './follow-suite';
import { measureSlowness } from './machine-speed';
import type { Phase, Plan } from './phases';
import { runProgram } from './run-program';

const atOnce = 2;
const progressEveryMs = 20_000;
/** Longer, at the reference's speed, than any step that says nothing, such as the types of the whole project. */
const stillMs = 10 * 60_000;

type Done = { name: string; seconds: number; counts: Counts };

/** Runs every phase, whatever the others do; says what each took, and sums what passed, failed and was skipped. */
export const runAll = async ({ sideBySide, oneByOne }: Plan): Promise<Counts> => {
  const began = Date.now();
  const done: Done[] = [];
  const waiting = [...sideBySide];
  const worker = async () => {
    for (let phase = waiting.shift(); phase; phase = waiting.shift()) done.push(await runPhase(phase));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  for (const phase of oneByOne) done.push(await runPhase(phase));
  const each = done.map(({ name, seconds }) => `${name} ${seconds}`);
  console.log(`\nseconds: ${[...each, `in all ${secondsSince(began)}`].join(' · ')}`);
  const sum = (name: keyof Counts) => done.reduce((total, { counts }) => total + counts[name], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
};

const secondsSince = (began: number): number => Math.round((Date.now() - began) / 1000);

const runPhase = async (phase: Phase): Promise<Done> => {
  const { name, kind } = phase;
  const began = Date.now();
  // asked anew each time: another run may have begun on this machine meanwhile
  const slowness = await measureSlowness();
  console.log(`▸ ${name} … (limits × ${slowness.toFixed(1)}, by the speed of this machine)`);
  const suite = kind === 'suite' ? followSuite() : null;
  const progress = setInterval(
    () => console.log(`  ${name}, ${secondsSince(began)} s${suite ? `: ${suite.sofar()}` : ''}`),
    progressEveryMs,
  );
  const env = { JIKAOTONG_TEST_SLOWNESS: slowness.toFixed(2) };
  const { ok, output } = await runProgram(
    { ...phase, env },
    { stillMs: stillMs * slowness, ...(suite ? { hear: suite.hear } : {}) },
  );
  clearInterval(progress);
  const counts = suite?.counts(ok) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const isGood = counts.failed === 0 && counts.skipped === 0;
  if (!isGood) console.log(`${output.trimEnd()}\n`);
  const bad = isGood ? '' : `, ${counts.failed} failed, ${counts.skipped} skipped`;
  const seconds = secondsSince(began);
  console.log(`${isGood ? '✔' : '✘'} ${name}${suite ? `, ${counts.passed} passed${bad}` : ''} (${seconds} s)`);
  for (const line of suite?.slowest() ?? []) console.log(`    ${line}`);
  return { name, seconds, counts };
};
