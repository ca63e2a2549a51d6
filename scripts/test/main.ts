import { phaseNames, phases } from './phases';
import { runAll } from './run-all';

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !phaseNames.includes(name));
if (unknown === undefined) {
  const { passed, failed, skipped } = await runAll(phases(wanted));
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 || skipped > 0 || passed === 0 ? 1 : 0;
} else {
  console.error(`No phase "${unknown}"; there are: ${phaseNames.join(' ')}.`);
  process.exitCode = 1;
}
