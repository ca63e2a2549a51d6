import { type CounterDays, type ReplyOf, counter } from '@jikaotong/shared/contract';
import { useAnswer } from '../../platform';

export type CounterSession = ReplyOf<typeof counter.listCounterSessions>['items'][number];

/** The sessions whose applications are taken at the counters of one's bodies; empty until they are known. */
export function useCounterSessions(): readonly (CounterSession & { counter: CounterDays })[] {
  const answer = useAnswer(counter.listCounterSessions, {});
  return answer.state === 'ready' ? answer.data.items : [];
}
