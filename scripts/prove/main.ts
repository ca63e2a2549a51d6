import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PROOFS, type Proof } from './proofs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/.bin/vitest', import.meta.url));
const PATIENCE_MS = 1_800_000;

/** `npm run prove -- NAME… [--seed N]`: the long proofs, with full counts; without a name, what there is. */
async function main(words: readonly string[]): Promise<number> {
  const at = words.indexOf('--seed');
  const seed = at < 0 ? undefined : words[at + 1];
  const names = at < 0 ? words : words.toSpliced(at, 2);
  const unknown = names.filter((name) => !Object.hasOwn(PROOFS, name));
  if (unknown.length > 0 || (at >= 0 && !/^\d{1,9}$/.test(seed ?? ''))) {
    console.error(unknown.length > 0 ? `no proof is called ${unknown.join(' ')}` : 'name a seed: --seed 7');
    return 2;
  }
  if (names.length === 0) {
    for (const [name, { says }] of Object.entries(PROOFS)) console.log(`${name.padEnd(8)}${says}`);
    return 0;
  }
  let failed = 0;
  for (const name of names) failed += await prove(name, PROOFS[name] ?? { says: '', runs: [] }, seed);
  console.log(failed === 0 ? `proved: ${names.join(', ')}` : `${failed} runs failed`);
  return failed === 0 ? 0 : 1;
}

/** How many of its runs failed. */
async function prove(name: string, { says, runs }: Proof, seed: string | undefined): Promise<number> {
  console.log(`▸ ${name}: ${says}`);
  let failed = 0;
  for (const { project: kind, files, count } of runs) {
    const began = Date.now();
    console.log(`  ${kind}, count ${count} …`);
    // what is prepared for a full count takes as long as what is proven with it
    const patience = ['--testTimeout', '--hookTimeout'].flatMap((limit) => [limit, String(PATIENCE_MS)]);
    const args = ['run', '--config', 'test/vitest.config.ts', '--project', kind, ...patience];
    const env = { PROVE_COUNT: String(count), ...(seed === undefined ? {} : { PROVE_SEED: seed }) };
    const ok = await run([...args, ...files], env);
    console.log(`  ${ok ? 'held' : 'FAILED'} after ${Math.round((Date.now() - began) / 1000)} s`);
    if (!ok) failed += 1;
  }
  return failed;
}

const run = (args: readonly string[], env: Record<string, string>): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(vitest, args, { cwd: project, env: { ...process.env, ...env }, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });

process.exitCode = await main(process.argv.slice(2));
