import { useState } from 'react';
import type { Refusal } from '../../platform';
import { BigButton, Choices, RefusalMessage, Sheet, TextField } from '../../ui';

type Way = 'masked' | 'open';
const WAYS: readonly { readonly key: Way; readonly text: string; readonly note: string }[] = [
  { key: 'masked', text: '遮住个人信息', note: '姓名、证件号码、手机号和账号只留一部分' },
  { key: 'open', text: '完整的个人信息', note: '要写明用途，记入操作记录' },
];

type Props = {
  /** Of the button, and with `-reason` of the field. */
  id: string;
  title: string;
  take: (reason: string | null) => Promise<{ ok: true } | Refusal>;
  onClose: () => void;
};

/** A list as a PDF, personal data masked or, for a reason, whole. */
export function PrintSheet({ id, title, take, onClose }: Props) {
  const [way, setWay] = useState<Way>('masked');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const lacks = way === 'open' && reason.trim() === '';
  const go = async () => {
    setBusy(true);
    const reply = await take(way === 'open' ? reason.trim() : null);
    setBusy(false);
    if (reply.ok) onClose();
    else setRefusal(reply);
  };
  return (
    <Sheet
      title={title}
      onClose={onClose}
      action={
        <BigButton
          id={`take-${id}`}
          text={lacks ? '请先写用途' : '下载名单'}
          busy={busy}
          disabled={lacks}
          onTap={() => void go()}
        />
      }
    >
      <Choices<Way> label="个人信息" options={WAYS} value={way} onChoose={setWay} />
      {way === 'open' ? (
        <TextField id={`${id}-reason`} label="用途" maxlength={200} value={reason} onChange={setReason} />
      ) : null}
      <RefusalMessage refusal={refusal} />
    </Sheet>
  );
}
