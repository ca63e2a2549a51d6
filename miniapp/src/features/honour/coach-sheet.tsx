import { coachContacts } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, Check, RefusalMessage, Sheet, TextField } from '../../ui';

type Props = {
  coach: string;
  of: { readonly entryId: string } | { readonly awardId: string };
  onClose: () => void;
};

/** A coach's phone, and that the coach agreed that it goes to the giver of the award. */
export function CoachSheet({ coach, of, onClose }: Props) {
  const give = useCommand(coachContacts.giveCoachContact);
  const note = useCommand(coachContacts.noteAwardCoach);
  const [phone, setPhone] = useState('');
  const [agrees, setAgrees] = useState(false);
  const [asked, setAsked] = useState(false);
  const isPhone = /^1\d{10}$/.test(phone.replaceAll(/[\s-]/g, ''));
  const go = async () => {
    setAsked(true);
    if (!isPhone || !agrees) return;
    const body = { phone, agrees: true as const };
    const reply =
      'entryId' in of
        ? await give.run({ params: { id: of.entryId }, body })
        : await note.run({ params: { id: of.awardId }, body });
    if (!reply.ok) return;
    toast('已保存');
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet
      title={`教练${coach}`}
      onClose={onClose}
      action={<BigButton id="save-coach" text="保存" busy={give.busy || note.busy} onTap={() => void go()} />}
    >
      <TextField
        id="coach-phone"
        label="教练的手机号"
        value={phone}
        type="number"
        maxlength={20}
        error={asked && !isPhone ? '请填写 11 位手机号' : null}
        onChange={setPhone}
      />
      <Check
        id="coach-agrees"
        text="教练本人同意把姓名和手机号交给颁发单位"
        {...(asked && !agrees ? { note: '没有教练本人同意，不能填写' } : {})}
        checked={agrees}
        onChange={setAgrees}
      />
      <RefusalMessage refusal={give.refusal ?? note.refusal} />
    </Sheet>
  );
}
