import { useState } from 'react';
import type { Refusal } from '../../platform';
import { BigButton, Choices, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';

type Props<K extends string> = {
  title: string;
  options: readonly { readonly key: K; readonly text: string }[];
  label: string;
  text: string;
  busy: boolean;
  refusal: Refusal | null;
  onSay: (choice: K, reason: string) => void;
  onClose: () => void;
};

/** One choice with its reason, which is kept; where there is but one, its title says it and only the reason is asked. */
export function ReasonSheet<K extends string>({
  title,
  options,
  label,
  text,
  busy,
  refusal,
  onSay,
  onClose,
}: Props<K>) {
  const only = options.length === 1 ? options[0] : undefined;
  const [choice, setChoice] = useState(only?.key ?? null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const said = reason.trim();
  const go = () => {
    setAsked(true);
    if (choice !== null && said !== '') onSay(choice, said);
  };
  return (
    <Sheet title={title} onClose={onClose} action={<BigButton id="say" text={text} busy={busy} onTap={go} />}>
      {only ? null : <Choices label={label} options={options} value={choice} onChoose={setChoice} />}
      {asked && choice === null ? <NoticeBar tone="stop">请选择一项</NoticeBar> : null}
      <ProseField
        id="said-reason"
        label="理由"
        value={reason}
        maxlength={200}
        error={asked && said === '' ? '请写明理由' : null}
        onChange={setReason}
      />
      <RefusalMessage refusal={refusal} />
    </Sheet>
  );
}
