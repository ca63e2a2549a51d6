import { demonstration } from '@jikaotong/shared/contract';
import { tidyCode, tidyPhone } from '@jikaotong/shared/kernel';
import { MOBILE_NUMBER } from '@jikaotong/shared/rules/identity';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, type Reply, openLink, useAnswer } from '../../platform';
import { BigButton, Group, RefusalMessage, NoticeBar, TextButton, TextField } from '../../ui';
import { useSmsCode } from './use-sms-code';
import './sign-in.scss';

const isPhone = (phone: string): boolean => MOBILE_NUMBER.test(tidyPhone(phone));

type Props = {
  /** What the button says. */
  action: string;
  /** Hands phone and code in. */
  submit: (phone: string, code: string) => Promise<Reply<unknown>>;
  onDone: () => void;
};

/** A phone proven by the code that came by SMS. */
export function PhoneForm({ action, submit, onDone }: Props) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const sms = useSmsCode();
  const clock = useAnswer(demonstration.getDemonstration, {});
  const inbox = clock.state === 'ready' ? clock.data.smsInboxUrl : null;

  const ask = () => {
    setShown(true);
    if (isPhone(phone)) void sms.request(phone);
  };
  const enter = async () => {
    setShown(true);
    if (!isPhone(phone) || tidyCode(code).length !== 6) return;
    setBusy(true);
    const reply = await submit(phone, code);
    setBusy(false);
    if (reply.ok) onDone();
    else setRefusal(reply);
  };
  return (
    <>
      <Group>
        <TextField
          id="phone"
          label="手机号"
          type="number"
          maxlength={11}
          value={phone}
          placeholder="11 位手机号"
          autocomplete="tel-national"
          error={shown && !isPhone(phone) ? '请填写 11 位手机号' : null}
          onChange={setPhone}
        />
        <TextField
          id="code"
          label="短信验证码"
          type="number"
          maxlength={6}
          value={code}
          placeholder="6 位数字"
          autocomplete="one-time-code"
          onChange={(next) => {
            setCode(next);
            setRefusal(null);
          }}
          side={
            sms.waitS > 0 ? (
              <View className="field__hint">{sms.waitS} 秒后可重发</View>
            ) : (
              <TextButton id="request-code" text={sms.sent ? '重新获取' : '获取验证码'} onTap={ask} />
            )
          }
        />
      </Group>
      <RefusalMessage refusal={refusal ?? sms.refusal} />
      {inbox && sms.sent ? (
        <NoticeBar tone="info">
          <View>演示环境不发真短信，验证码在模拟短信页里。</View>
          <TextButton id="sms-inbox" text="打开模拟短信" onTap={() => openLink(inbox)} />
        </NoticeBar>
      ) : null}
      <View className="sign-in__go">
        <BigButton id="sign-in" text={action} busy={busy} onTap={() => void enter()} />
      </View>
    </>
  );
}
