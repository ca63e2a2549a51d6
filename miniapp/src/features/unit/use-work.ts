import type { EndpointSpec, ReplyOf } from '@jikaotong/shared/contract';
import { useEffect, useState } from 'react';
import { type Answer, type CallArgs, useAnswer } from '../../platform';

const LOOK_EVERY_MS = 1_500;

type Asked<V extends EndpointSpec, W extends EndpointSpec> = {
  readonly view: V;
  readonly work: W;
  readonly args: CallArgs<V> & CallArgs<W>;
  /** Whether work on what the view shows still goes on. */
  isAtWork(view: ReplyOf<V>): boolean;
  /** Whether the view tells what is no more, by how far the work is. */
  isOld(view: ReplyOf<V>, work: ReplyOf<W>): boolean;
};

/** Reads a view, and while work goes on asks only how far it is; the view again once that says that it is old. */
export function useWork<V extends EndpointSpec, W extends EndpointSpec>({
  view,
  work,
  args,
  isAtWork,
  isOld,
}: Asked<V, W>): { answer: Answer<ReplyOf<V>>; work: ReplyOf<W> | null } {
  const [is, setIs] = useState({ atWork: false, old: false });
  const looked = useAnswer(work, args, { enabled: is.atWork, everyMs: LOOK_EVERY_MS });
  // until it tells the newer state: one answer may be lost on its way
  const answer = useAnswer(view, args, is.old ? { everyMs: LOOK_EVERY_MS } : {});
  const atWork = answer.state === 'ready' && isAtWork(answer.data);
  const old = atWork && looked.state === 'ready' && isOld(answer.data, looked.data);
  if (atWork !== is.atWork || old !== is.old) setIs({ atWork, old });
  const refresh = answer.state === 'ready' ? answer.refresh : null;
  useEffect(() => {
    if (old) refresh?.();
    // once when it turned out, not with each answer
    // oxlint-disable-next-line react/exhaustive-deps
  }, [old]);
  return { answer, work: atWork && looked.state === 'ready' ? looked.data : null };
}
