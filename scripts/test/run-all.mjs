import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

const atOnce = 2;

/** Runs every phase, whatever the others do, and sums what passed, failed and was skipped. */
export const runAll = async ({ sideBySide, oneByOne }) => {
  const folder = mkdtempSync(join(tmpdir(), 'jikaotong-test-'));
  const counts = [];
  const take = async (phase) => counts.push(await runPhase(phase, folder));
  const waiting = [...sideBySide];
  const worker = async () => {
    for (let phase = waiting.shift(); phase; phase = waiting.shift()) await take(phase);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  for (const phase of oneByOne) await take(phase);
  rmSync(folder, { recursive: true, force: true });
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
};

const runPhase = async (phase, folder) => {
  const started = Date.now();
  console.log(`▸ ${phase.name} …`);
  const report = join(folder, `${phase.name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = phase.kind === 'suite' ? [...phase.args, ...reporters] : phase.args;
  const { ok, output } = await runProgram(phase.command, args, phase.cwd);
  const counts =
    phase.kind === 'suite' ? countSuite(report, ok) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const isGood = counts.failed === 0 && counts.skipped === 0;
  if (!isGood) console.log(`${output.trimEnd()}\n`);
  const details =
    phase.kind === 'suite'
      ? `, ${counts.passed} passed${isGood ? '' : `, ${counts.failed} failed, ${counts.skipped} skipped`}`
      : '';
  console.log(`${isGood ? '✔' : '✘'} ${phase.name}${details} (${seconds} s)`);
  return counts;
};

/** A file that does not load, or an error outside any test, fails the run without being a failed test: it counts as one. */
const countSuite = (report, ok) => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    );
    const failed = numFailedTests + broken.length;
    return {
      passed: numPassedTests,
      failed: failed === 0 && !ok ? 1 : failed,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
};
