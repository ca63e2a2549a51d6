import type { SandboxSecrets } from '../../scripts/sandbox';
import { itemsOf } from './answer';
import { type Ask, type Asker, askerOf } from './ask';
import type { GoldenCaller } from './callers';
import { askForFiles, storedFiles } from './file-rights';
import { askLater, letTimePass, withoutNewIds } from './later';
import { openGolden } from './open';
import { askEverything, unasked } from './questions';
import { type Answers, type Golden } from './store';
import { end } from './story';

/** Asks the stored embedded database everything, in everybody's name, before and after its jobs have run. */
export const recordAnswers = async (actors: readonly GoldenCaller[], secrets: SandboxSecrets): Promise<Golden> => {
  const world = await openGolden({ ...end, secrets });
  try {
    const askers = new Map<string, Asker>();
    for (const actor of actors) askers.set(actor.name, await askerOf(world, actor));
    const askAs = (name: string): Ask => {
      const asker = askers.get(name);
      if (!asker) throw new Error(`${name} is no actor`);
      return asker.ask;
    };
    const firstOf = async (name: string, path: string): Promise<string> => {
      const [item] = itemsOf(await askAs(name)(path));
      return String(Reflect.get(Object(item), 'id'));
    };
    const examples = {
      application: await firstOf('dec-paid-cash', '/applications'),
      entry: await firstOf('c25-accepted', '/entries'),
      session: await firstOf('kaowu', '/staff/sessions'),
    };
    const now: Answers = {};
    for (const actor of actors) now[actor.name] = await askEverything(askAs(actor.name), actor, examples);
    const left = unasked(Object.values(now).flatMap((answers) => Object.keys(answers)));
    if (left.length > 0) throw new Error(`nobody asks ${left.join(', ')}`);
    const files = await askForFiles(askers, await storedFiles(world));
    await letTimePass(world);
    const later: Answers = {};
    for (const actor of actors) later[actor.name] = await askLater(askAs(actor.name), actor);
    return { ...end, secrets, actors: [...actors], now, files, later: withoutNewIds(later, now) };
  } finally {
    await world.stop();
  }
};
