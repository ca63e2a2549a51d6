import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** What keeps a command from running here at all, as one sentence, or null. Runs on any Node and needs no package. */
export const whatIsMissing = () => {
  const { engines } = JSON.parse(readFileSync(`${projectFolder}package.json`, 'utf8'));
  const needed = engines.node.replace('>=', '');
  if (isOlder(process.versions.node, needed)) {
    return `Node ${process.versions.node} is too old: Jikaotong needs Node ${needed} or newer.`;
  }
  if (!existsSync(`${projectFolder}node_modules/tsx`)) return 'The packages are not installed: run "npm ci" first.';
  return null;
};

const isOlder = (version, needed) => {
  const [have, want] = [version, needed].map((text) => text.split('.').map(Number));
  const differs = want.findIndex((number, index) => have[index] !== number);
  return differs >= 0 && have[differs] < want[differs];
};
