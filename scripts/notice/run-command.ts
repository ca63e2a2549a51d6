import { type Answer, refused } from './answer';
import { assess } from './assess';
import { awards } from './awards';
import { check, show } from './check';
import { diff } from './diff';
import { fee } from './fee';
import { rank } from './rank';
import { schema } from './schema';
import { timeline } from './timeline';

const commands: ReadonlyMap<string, (args: readonly string[]) => Promise<Answer>> = new Map([
  ['check', check],
  ['show', show],
  ['timeline', timeline],
  ['assess', assess],
  ['fee', fee],
  ['rank', rank],
  ['awards', awards],
  ['schema', schema],
  ['diff', diff],
]);

/** The answer to one command line: `COMMAND ID …`. */
export async function runCommand([name = '', ...args]: readonly string[]): Promise<Answer> {
  const command = commands.get(name);
  return command ? command(args) : refused('', 'command-unknown', `say one of ${[...commands.keys()].join(', ')}`);
}
