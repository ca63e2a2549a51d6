import { buildBff } from './bff';
import { overBudget, printSizes } from './budgets';
import { isStale, stamp } from './stale';
import { buildPhone } from './phone';
import { outputOf } from './places';
import { buildSeatingScript } from './seating-script';
import { TARGETS } from './target';

/** `npm run build [-- --h5 --weapp --bff --if-stale]`: without names, all three. */
async function main(flags: readonly string[]): Promise<number> {
  const unknown = flags.filter((flag) => flag !== '--if-stale' && !TARGETS.some((target) => flag === `--${target}`));
  if (unknown.length > 0) {
    console.error(
      `unknown: ${unknown.join(' ')}; there are ${TARGETS.map((name) => `--${name}`).join(' ')} --if-stale`,
    );
    return 2;
  }
  const named = TARGETS.filter((target) => flags.includes(`--${target}`));
  const wanted = named.length > 0 ? named : TARGETS;
  const due = wanted.filter((target) => !flags.includes('--if-stale') || isStale(target));

  for (const target of due) {
    const began = Date.now();
    console.log(`building ${target} … (half a minute on a quiet machine)`);
    const seconds = () => Math.round((Date.now() - began) / 1000);
    const ticking = setInterval(() => console.log(`  still building ${target}, ${seconds()} s`), 10_000);
    const problem = await (target === 'bff' ? buildBff() : buildPhone(target)).finally(() => clearInterval(ticking));
    if (problem) {
      console.error(problem);
      return 1;
    }
    if (target === 'h5') await buildSeatingScript(outputOf('h5'));
    stamp(target);
    console.log(`built ${target} in ${seconds()} s`);
  }
  const sizes = printSizes(wanted);
  const fat = overBudget(sizes);
  fat.forEach(({ what, bytes, budget }) => console.error(`over budget: ${what} is ${bytes} bytes, allowed ${budget}`));
  return fat.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
