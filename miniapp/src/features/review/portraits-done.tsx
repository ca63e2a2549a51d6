import type { PortraitView, ReturnReason } from '@jikaotong/shared/contract';
import { refusalSentence, returnReasonWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, knownRefusal } from '../../platform';
import { BigButton, Cell, Group, NoticeBar, RefusalMessage, Sheet } from '../../ui';
import { type ReturnedMany, useReturnMany } from './return-many';

type Props = {
  sessionId: string;
  bad: readonly { readonly of: PortraitView; readonly reason: ReturnReason }[];
  /** How many others are noted as looked at. */
  goodCount: number;
  noteGood: () => Promise<boolean>;
  onClose: (isDone: boolean) => void;
};

/** Before: who is sent back, and why. After: what became of each, and the way back. */
export function PortraitsDone({ sessionId, bad, goodCount, noteGood, onClose }: Props) {
  const many = useReturnMany(sessionId);
  const [result, setResult] = useState<ReturnedMany | null>(null);
  /** As many as were noted: they are gone from the screen once they are. */
  const [noted, setNoted] = useState(0);
  const [back, setBack] = useState<ReturnedMany | null>(null);
  const go = async () => {
    const count = goodCount;
    if (!(await noteGood())) return;
    setNoted(count);
    const groups = new Map<ReturnReason, string[]>();
    for (const { of, reason } of bad) groups.set(reason, [...(groups.get(reason) ?? []), of.id]);
    setResult(await many.sendBack(groups));
  };
  const takeBack = async ({ done, selectionIds }: ReturnedMany) => {
    const text = `这次退回的 ${done} 份都回到等审核；考生已经开始修改的不动。`;
    if (!(await confirm({ title: `撤回 ${done} 份？`, text, yes: '撤回' }))) return;
    const taken = await many.takeBack(selectionIds);
    if (taken) setBack(taken);
  };
  const left = back?.left ?? result?.left ?? [];
  return (
    <Sheet
      title={result ? '办好了' : `退回 ${bad.length} 份`}
      onClose={() => onClose(result !== null)}
      action={
        result ? (
          <BigButton id="portraits-close" text="继续看" onTap={() => onClose(true)} />
        ) : (
          <BigButton
            id="portraits-send"
            text={goodCount > 0 ? `退回 ${bad.length} 份，其余 ${goodCount} 张记为已看` : `退回 ${bad.length} 份`}
            busy={many.busy}
            onTap={() => void go()}
          />
        )
      }
    >
      <RefusalMessage refusal={many.refusal} />
      {result ? (
        <NoticeBar tone="go">
          {back ? `已撤回 ${back.done} 份的退回。` : `已退回 ${result.done} 份，${noted} 张记为已看。`}
        </NoticeBar>
      ) : (
        <Group title="按确认这一刻的名单办理，一天以内可以撤回">
          {bad.map(({ of, reason }) => (
            <Cell key={of.id} title={of.name ?? ''} note={returnReasonWord(reason)} />
          ))}
        </Group>
      )}
      {left.length > 0 ? (
        <Group title={`${left.length} 份没有办成`}>
          {left.map(({ id, name, code, data }) => (
            <Cell key={id} title={name ?? id.slice(-6)} note={refusalSentence(knownRefusal(code), { ...data })} />
          ))}
        </Group>
      ) : null}
      {result && result.done > 0 && back === null ? (
        <View>
          <BigButton
            id="portraits-take-back"
            text={`撤回这次退回（${result.done} 份）`}
            tone="plain"
            busy={many.busy}
            onTap={() => void takeBack(result)}
          />
        </View>
      ) : null}
    </Sheet>
  );
}
