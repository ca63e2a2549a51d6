import type { SandboxSecrets } from '../../scripts/sandbox';
import { type Ask, askerOf, itemsOf } from './ask';
import type { Actor } from './cast';
import { askLater, letTimePass, withoutNewIds } from './later';
import { openGolden } from './open';
import { askEverything, unasked } from './questions';
import { type Answers, type Golden } from './store';
import { end } from './story';

/** Asks the stored embedded database everything, in everybody's name, before and after its jobs have run. */
export const recordAnswers = async (actors: readonly Actor[], secrets: SandboxSecrets): Promise<Golden> => {
  const world = await openGolden({ ...end, secrets });
  try {
    const askers: [Actor, Ask][] = [];
    for (const actor of actors) askers.push([actor, await askerOf(world, actor)]);
    const firstOf = async (name: string, path: string): Promise<string> => {
      const ask = askers.find(([actor]) => actor.name === name)?.[1];
      const [item] = ask ? itemsOf(await ask(path)) : [];
      return String(Reflect.get(Object(item), 'id'));
    };
    const examples = {
      application: await firstOf('dec-paid-cash', '/applications'),
      entry: await firstOf('c25-accepted', '/entries'),
      session: await firstOf('kaowu', '/staff/sessions'),
    };
    const now: Answers = {};
    for (const [actor, ask] of askers) now[actor.name] = await askEverything(ask, actor, examples);
    const left = unasked(Object.values(now).flatMap((answers) => Object.keys(answers)));
    if (left.length > 0) throw new Error(`nobody asks ${left.join(', ')}`);
    await letTimePass(world);
    const later: Answers = {};
    for (const [actor, ask] of askers) later[actor.name] = await askLater(ask, actor);
    return { ...end, secrets, actors: [...actors], now, later: withoutNewIds(later, now) };
  } finally {
    await world.stop();
  }
};
