import { type JudgingView, judging } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, PickField, RefusalMessage, Sheet } from '../../ui';

/** Chooses the two who alone connect numbers to names until marks lock. */
export function KeySheet({
  view: { stageId, part, staff, keyHolders },
  onClose,
}: {
  view: JudgingView;
  onClose: () => void;
}) {
  const hold = useCommand(judging.holdMarkingKey);
  const [first, setFirst] = useState<string | null>(keyHolders[0]?.accountId ?? null);
  const [second, setSecond] = useState<string | null>(keyHolders[1]?.accountId ?? null);
  const options = staff.map(({ accountId, name }) => ({ key: accountId, text: name }));
  const go = async () => {
    if (first === null || second === null) return;
    const reply = await hold.run({ params: { id: stageId, part }, body: { first, second } });
    if (!reply.ok) return;
    toast('已指定');
    onClose();
  };
  return (
    <Sheet
      title="指定两位保管人"
      onClose={onClose}
      action={
        <BigButton
          id="hold-key"
          text="指定"
          busy={hold.busy}
          waitsFor={(first === null || second === null) && '请先选两位'}
          onTap={() => void go()}
        />
      }
    >
      <PickField id="key-first" label="第一位" options={options} value={first} onChange={setFirst} />
      <PickField id="key-second" label="第二位" options={options} value={second} onChange={setSecond} />
      <RefusalMessage refusal={hold.refusal} />
    </Sheet>
  );
}
