import type { Handle } from '../../platform/db';
import { completeAmong, examineesIn } from './examinees';
import { currentIn } from './result.repository';

/** How many candidates of a session have a mark or an absence in every subject. */
export async function countScored(h: Handle, sessionId: string): Promise<number> {
  return completeAmong(await examineesIn(h, sessionId), await currentIn(h, sessionId)).length;
}
