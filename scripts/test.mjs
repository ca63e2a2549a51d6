// Everything that must hold before a change is kept: `npm test`, or `npm test -- types unit` for some phases.
import { phaseNames, phases } from './test/phases.mjs';
import { runAll } from './test/run-all.mjs';
import { whatIsMissing } from './preflight.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !phaseNames.includes(name));
const missing =
  whatIsMissing() ?? (unknown.length > 0 ? `No phase "${unknown[0]}"; there are: ${phaseNames.join(' ')}.` : null);
if (missing) {
  console.error(missing);
  process.exit(1);
}
const counts = await runAll(phases(wanted));
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 || counts.skipped > 0 || counts.passed === 0 ? 1 : 0);
