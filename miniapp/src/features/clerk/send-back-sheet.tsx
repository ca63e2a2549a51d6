import { counter } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, RefusalMessage, ProseField, Sheet } from '../../ui';

/** Sends a slip back to the candidate's phone, with a word. */
export function SendBackSheet({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => void }) {
  const [note, setNote] = useState('');
  const send = useCommand(counter.sendSlipBack);
  const go = async () => {
    if ((await send.run({ params: { id }, body: { note: note.trim() } })).ok) onDone();
  };
  return (
    <Sheet
      title="退回手机修改"
      onClose={onClose}
      action={
        <BigButton
          id="send-back"
          text={note.trim() === '' ? '请先写要改什么' : '退回'}
          busy={send.busy}
          disabled={note.trim() === ''}
          onTap={() => void go()}
        />
      }
    >
      <ProseField
        id="send-back-note"
        label="请考生改什么"
        value={note}
        maxlength={200}
        hint="现在的二维码会作废，考生改好后重新生成。"
        onChange={setNote}
      />
      <RefusalMessage refusal={send.refusal} />
    </Sheet>
  );
}
