// Everything that must hold before a change is kept: `npm test`, or `npm test -- types unit` for some phases.
import { projectFolder, whatIsMissing } from './preflight.mjs';

const missing = whatIsMissing();
if (missing) {
  console.error(missing);
  process.exit(1);
}
process.chdir(projectFolder);
const { register } = await import('tsx/esm/api');
register();
await import('./test/main.ts');
