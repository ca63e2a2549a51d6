// Starts the demonstration: `npm start [-- --fresh] [--at 2026-09-20]`.
import { projectFolder, whatIsMissing } from './preflight.mjs';

const missing = whatIsMissing();
if (missing) {
  console.error(missing);
  process.exit(1);
}
process.chdir(projectFolder);
// in this very process, so that Ctrl-C meets nobody else
const { register } = await import('tsx/esm/api');
register();
await import('./start/main.ts');
