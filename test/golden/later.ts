import type { World } from '../support/world';
import type { Answer } from './answer';
import type { Ask } from './ask';
import type { GoldenCaller } from './callers';
import type { Answers } from './store';

/** When every job that waited in the golden databases has run. */
const moment = '2026-12-14';

/** Runs every waiting job, each on its day. */
export const letTimePass = (world: World): Promise<void> => world.moveTo(moment);

const staffPaths = ['/staff/failed-jobs', '/staff/cases?limit=200&state=open', '/staff/orders?limit=200'];
const paths = ['/messages?limit=200', '/applications?limit=200', '/calendar'];

/** What the jobs did to each actor: messages, states, cases, orders. */
export const askLater = async (ask: Ask, actor: GoldenCaller): Promise<Record<string, Answer>> => {
  const answers: Record<string, Answer> = {};
  for (const path of 'staff' in actor ? staffPaths : 'visitor' in actor ? [] : paths) answers[path] = await ask(path);
  return answers;
};

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Ids that the database did not hold before are another's each time. */
export const withoutNewIds = (later: Answers, known: Answers): Answers => {
  const old = new Set([...JSON.stringify(known).matchAll(UUID)].map(([id]) => id));
  return JSON.parse(JSON.stringify(later).replaceAll(UUID, (id) => (old.has(id) ? id : 'NEW')));
};
