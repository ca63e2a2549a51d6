import type { List, SelectionView } from '@jikaotong/shared/lists';
import { listActWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { confirm, reloadScreens, useAnswer, useCommand } from '../../platform';
import { NoticeBar } from '../../ui';
import './list.scss';

const LOOK_EVERY_MS = 700;

/** How far one's choice has come, while it runs looked at again and again; how it is stopped, and taken back. */
export function useSelection(list: List, id: string, selectionId: string) {
  const params = { id, selectionId };
  const [isOver, setIsOver] = useState(false);
  const answer = useAnswer(list.acting.progress, { params }, isOver ? {} : { everyMs: LOOK_EVERY_MS });
  const view = answer.state === 'ready' ? answer.data : null;
  const over = view !== null && (view.state === 'done' || view.state === 'cancelled');
  if (over !== isOver) setIsOver(over);
  // what the job changed stands on the screens below
  useEffect(() => {
    if (over) void reloadScreens();
  }, [over]);
  const cancel = useCommand(list.acting.cancel);
  const takeBack = useCommand(list.acting.takeBack);
  return {
    answer,
    view,
    over,
    cancel: { ...cancel, run: () => void cancel.run({ params }) },
    takeBack: {
      ...takeBack,
      /** The selection that takes it back; null where that was refused. */
      run: async (): Promise<string | null> => {
        const reply = await takeBack.run({ params });
        return reply.ok ? reply.data.id : null;
      },
    },
  };
}

/** Asks before what was done to so many is undone. */
export const sureToTakeBack = ({ name }: List, { act, done }: SelectionView, unit: string): Promise<boolean> =>
  confirm({
    title: `撤回 ${done} ${unit}？`,
    text: `这次${listActWord(name, act).done}的 ${done} ${unit}都退回到办理以前。之后又有改动的不动，会逐${unit}说明。`,
    yes: '撤回',
  });

type Props = { list: List; view: SelectionView; unit: string };

/** How far it is, and what was done. */
export const SelectionParts = ({ list, view, unit }: Props) => (
  <>
    <Bar view={view} />
    {isOver(view) && view.done > 0 ? (
      <NoticeBar tone="go">
        {listActWord(list.name, view.act).done} {view.done} {unit}
        {view.state === 'cancelled' ? `，其余 ${view.waiting} ${unit}没有办` : ''}。
      </NoticeBar>
    ) : null}
  </>
);

/** Who matched and stayed out, to be looked at one by one. */
export const LeftAside = ({ count, view, unit }: { count: number; view: SelectionView; unit: string }) =>
  count > 0 && view.takesBack === null ? (
    <NoticeBar tone="info">{`${count} ${unit}未选入：有要看的地方，请逐${unit}看。`}</NoticeBar>
  ) : null;

const isOver = ({ state }: SelectionView): boolean => state === 'done' || state === 'cancelled';

function Bar({ view: { total, waiting } }: { view: SelectionView }) {
  const share = total === 0 ? 1 : (total - waiting) / total;
  return (
    <View className="list-act__progress">
      <View className="list-act__bar">
        <View className="list-act__filled" style={{ transform: `scaleX(${share})` }} />
      </View>
      <View className="list-act__count">
        {total - waiting} / {total}
      </View>
    </View>
  );
}
