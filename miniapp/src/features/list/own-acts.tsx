import { type List, type OwnSelection, listSelections } from '@jikaotong/shared/lists';
import { listActWord } from '@jikaotong/shared/words';
import { useEffect, useState } from 'react';
import { open, reloadScreens, useAnswer } from '../../platform';
import { NoticeBar, TextButton } from '../../ui';
import { unitOf } from './acting-units';

const LOOK_EVERY_MS = 2000;

/** What runs of what one did to many, else the last of it, in one list or in all; looked at again and again while it runs. Null: nothing, or not known yet. */
export function useLatestAct(
  of: { readonly list?: string; readonly within?: string },
  enabled = true,
): OwnSelection | null {
  const [isRunning, setRunning] = useState(false);
  const answer = useAnswer(
    listSelections,
    { query: of },
    { enabled, keep: true, ...(isRunning && { everyMs: LOOK_EVERY_MS }) },
  );
  const items = answer.state === 'ready' ? answer.data.items : [];
  // one that is done stands before one that still runs when it was begun later
  const latest = items.find(({ state }) => state === 'running') ?? items[0] ?? null;
  const runs = latest?.state === 'running';
  if (runs !== isRunning) setRunning(runs);
  useEffect(() => {
    // what it changed stands in the list
    if (isRunning) return () => void reloadScreens();
    return undefined;
  }, [isRunning]);
  return latest;
}

/** `通过 300 份：已办 120`. */
export const runningWords = ({ list, act, total, waiting }: OwnSelection): string =>
  `${listActWord(list, act).verb} ${total} ${unitOf(list)}：已办 ${total - waiting}`;

export const openAct = ({ id, list, withinId }: OwnSelection): void =>
  open('/packages/review/act/index', { id, list, within: withinId });

export const openActs = (list: Pick<List, 'name'>, id: string): void =>
  open('/packages/review/acts/index', { list: list.name, within: id });

/** Says in a list that something of one's own runs in it, and leads there. */
export const RunningAct = ({ latest }: { latest: OwnSelection | null }) =>
  latest?.state === 'running' ? (
    <NoticeBar title={`正在${runningWords(latest)}`}>
      <TextButton id="running-act" text="看进展" onTap={() => openAct(latest)} />
    </NoticeBar>
  ) : null;
