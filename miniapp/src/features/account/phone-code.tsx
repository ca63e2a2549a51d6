import { demonstration } from '@jikaotong/shared/contract';
import { tidyCode, tidyPhone } from '@jikaotong/shared/kernel';
import { MOBILE_NUMBER } from '@jikaotong/shared/rules/identity';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openLink, useAnswer } from '../../platform';
import { Group, NoticeBar, RefusalMessage, TextButton, TextField } from '../../ui';
import { useSmsCode } from './use-sms-code';
import './sign-in.scss';

const isPhone = (phone: string): boolean => MOBILE_NUMBER.test(tidyPhone(phone));

/** A phone and the code that came to it by SMS, as they are typed. */
export function usePhoneCode() {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [shown, setShown] = useState(false);
  const sms = useSmsCode();
  return {
    phone,
    code,
    setPhone,
    setCode,
    sms,
    shown,
    /** Both are whole; where they are not, says so. */
    isWhole: (): boolean => {
      setShown(true);
      return isPhone(phone) && tidyCode(code).length === 6;
    },
    ask: () => {
      setShown(true);
      if (isPhone(phone)) void sms.request(phone);
    },
  };
}

type Props = {
  of: ReturnType<typeof usePhoneCode>;
  refusal: Refusal | null;
  /** What was refused is typed anew. */
  onChange: () => void;
};

/** The two fields, what was refused of them, and where the demonstration shows its messages. */
export function PhoneCodeFields({ of: { phone, code, setPhone, setCode, sms, shown, ask }, refusal, onChange }: Props) {
  const clock = useAnswer(demonstration.getDemonstration, {});
  const inbox = clock.state === 'ready' ? clock.data.smsInboxUrl : null;
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
            onChange();
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
    </>
  );
}
