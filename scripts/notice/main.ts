import { type Answer, refused } from './answer';
import { assess } from './assess';
import { check, show } from './check';
import { fee } from './fee';
import { timeline } from './timeline';

const commands: ReadonlyMap<string, (args: readonly string[]) => Promise<Answer>> = new Map([
  ['check', check],
  ['show', show],
  ['timeline', timeline],
  ['assess', assess],
  ['fee', fee],
]);

/** `npm run -s notice -- COMMAND …`: JSON on stdout; exit 1 with `{problems}` on bad input. */
async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands.get(name);
  const answer = command
    ? await command(args)
    : refused('', 'command-unknown', `say one of ${[...commands.keys()].join(', ')}`);
  if (!answer.ok) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(answer.ok ? answer.value : { problems: answer.error }, null, 2)}\n`);
}

void main();
