import { buildBff } from './bff';
import { overBudget, printSizes } from './budgets';
import { isStale, stamp } from './stale';
import { buildPhone } from './phone';
import { outputOf } from './places';
import { buildSeatingScript } from './seating-script';
import { TARGETS } from './target';
import { checkByWechat } from './wechat-check';

/** `npm run build [-- --h5 --weapp --bff --if-stale]`: without names, all three, and the check by WeChat's own tool. */
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
  const isFit = named.length > 0 || (await isTakenByWechat());
  return fat.length > 0 || !isFit ? 1 : 0;
}

/** A machine that cannot fetch the tool builds all the same, and says that nothing was checked. */
async function isTakenByWechat(): Promise<boolean> {
  const verdict = await checkByWechat();
  if (verdict.state === 'passed') console.log(`WeChat’s checker: passed, ${verdict.files} files, no FAIL`);
  if (verdict.state === 'unchecked') console.warn(`WeChat’s checker: NOT CHECKED, ${verdict.why}`);
  if (verdict.state === 'refused') console.error(`WeChat’s checker: FAIL ${verdict.problem}`);
  return verdict.state !== 'refused';
}

process.exitCode = await main(process.argv.slice(2));
