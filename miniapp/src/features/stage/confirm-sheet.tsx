import { type StageDesk, type StageNote, stages } from '@jikaotong/shared/contract';
import { stageNoteWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, NoticeBar, Phrases, ProseField, RefusalMessage, Sheet } from '../../ui';

type Props = { desk: StageDesk; part: StageNote; onClose: () => void };
const HOW = ['对照签字的评分表逐项核对', '对照阅卷成绩单核对'];

/** Says that what others noted was looked at against the papers. */
export function ConfirmSheet({ desk, part, onClose }: Props) {
  const confirm = useCommand(stages.confirmStageNotes);
  const [how, setHow] = useState('');
  const [asked, setAsked] = useState(false);
  const said = how.trim();
  const go = async () => {
    setAsked(true);
    if (said === '') return;
    const reply = await confirm.run({ params: { id: desk.id }, body: { part, how: said } });
    if (!reply.ok) return;
    toast('已核对');
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet
      title={`核对${stageNoteWord(part)}`}
      onClose={onClose}
      action={<BigButton id="confirm-notes" text="核对无误" busy={confirm.busy} onTap={() => void go()} />}
    >
      <NoticeBar tone="info">{`${desk.unconfirmed[part]}项待核对，其中您自己登记的要由别人核对。`}</NoticeBar>
      <Phrases id="how" phrases={HOW} onChoose={setHow} />
      <ProseField
        id="confirm-how"
        label="怎样核对的"
        value={how}
        maxlength={200}
        error={asked && said === '' ? '请写明怎样核对的' : null}
        onChange={setHow}
      />
      <RefusalMessage refusal={confirm.refusal} />
    </Sheet>
  );
}
