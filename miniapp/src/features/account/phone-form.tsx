import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Refusal, Reply } from '../../platform';
import { BigButton } from '../../ui';
import { PhoneCodeFields, usePhoneCode } from './phone-code';

type Props = {
  /** What the button says. */
  action: string;
  /** Hands phone and code in. */
  submit: (phone: string, code: string) => Promise<Reply<unknown>>;
  onDone: () => void;
};

/** A phone proven by the code that came by SMS. */
export function PhoneForm({ action, submit, onDone }: Props) {
  const typed = usePhoneCode();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const enter = async () => {
    if (!typed.isWhole()) return;
    setBusy(true);
    const reply = await submit(typed.phone, typed.code);
    setBusy(false);
    if (reply.ok) onDone();
    else setRefusal(reply);
  };
  return (
    <>
      <PhoneCodeFields of={typed} refusal={refusal} onChange={() => setRefusal(null)} />
      <View className="sign-in__go">
        <BigButton id="sign-in" text={action} busy={busy} onTap={() => void enter()} />
      </View>
    </>
  );
}
