import { type DoorCountsView, breaches } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, Group, ProseField, RefusalMessage, TextField } from '../../ui';

type Props = {
  incident: DoorCountsView['incidents'][number];
  /** Null: the roster of the stage is not frozen. */
  number: number | null;
  onClose: () => void;
};

/** What a door of a stage saw of an entrant becomes a disqualification, with its reason and witness; another one confirms it. */
export function Disqualify({ incident: { id, item, words, witness, by }, number, onClose }: Props) {
  const disqualify = useCommand(breaches.disqualifyAtDoor);
  const [reason, setReason] = useState(() => [item?.text, words].filter(Boolean).join('：').slice(0, LONGEST_REASON));
  const [seenBy, setSeenBy] = useState(witness ?? by);
  const [asked, setAsked] = useState(false);
  const missing = (text: string, ask: string) => (asked && text.trim() === '' ? ask : null);
  const go = async () => {
    setAsked(true);
    if (reason.trim() === '' || seenBy.trim() === '') return;
    const reply = await disqualify.run({ params: { id }, body: { reason: reason.trim(), witness: seenBy.trim() } });
    if (!reply.ok) return;
    toast('已登记，请另一人核对');
    await reloadScreens();
    onClose();
  };
  return (
    <Group title="取消本阶段资格" foot="登记后由另一人在成绩页核对，核对后才算数。">
      <ProseField
        id="disqualify-reason"
        label="原因"
        value={reason}
        maxlength={LONGEST_REASON}
        error={missing(reason, '请写明原因')}
        onChange={setReason}
      />
      <TextField
        id="disqualify-witness"
        label="见证人"
        value={seenBy}
        maxlength={100}
        error={missing(seenBy, '请写明见证人')}
        onChange={setSeenBy}
      />
      <RefusalMessage refusal={disqualify.refusal} />
      <BigButton
        id="disqualify-entrant"
        text="登记取消资格"
        tone="danger"
        busy={disqualify.busy}
        waitsFor={number === null && '参赛名单确定后才能登记'}
        onTap={() => void go()}
      />
    </Group>
  );
}

const LONGEST_REASON = 200;
