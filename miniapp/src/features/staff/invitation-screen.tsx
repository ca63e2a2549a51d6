import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, replace } from '../../platform';
import { BigButton, Group, Heading, RefusalMessage, NoticeBar, Page, TextField } from '../../ui';
import { NO_PASSWORD, NewPasswordFields, PASSWORD_HINT, isComplete } from './new-password';
import { acceptInvitation } from './staff-sign-in';
import './staff.scss';

/** Where the one-time link of an administrator leads: the password is set here, once. */
export function InvitationScreen({ token }: { token: string }) {
  const [given, setGiven] = useState(NO_PASSWORD);
  const [totp, setTotp] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const codeFault = !asksCode || /^\d{6}$/.test(totp) ? null : '请填写 6 位数字';
  const accept = async () => {
    setShown(true);
    if (!isComplete(given) || codeFault) return;
    setBusy(true);
    const reply = await acceptInvitation(token, { password: given.password, ...(asksCode ? { totp } : {}) });
    setBusy(false);
    if (reply.ok) replace('/packages/staff/home/index');
    else if (reply.code === 'second-factor-needed' && !asksCode) {
      setAsksCode(true);
      setShown(false);
      setRefusal(null);
    } else setRefusal(reply);
  };
  return (
    <Page>
      <Heading title="设置登录密码">这是管理员给您的邀请，链接只能用一次，三天内有效。</Heading>
      {token === '' ? <NoticeBar tone="stop">链接不完整，请从管理员发来的消息里重新打开。</NoticeBar> : null}
      <Group foot={PASSWORD_HINT}>
        <NewPasswordFields
          value={given}
          shown={shown}
          onChange={(next) => {
            setGiven(next);
            setRefusal(null);
          }}
        />
      </Group>
      {asksCode ? (
        <Group title="您开启了动态验证码" foot="换了手机、没有验证器时，请管理员先重置动态验证码，再打开这个链接。">
          <TextField
            id="invitation-totp"
            label="动态验证码"
            type="number"
            maxlength={6}
            value={totp}
            placeholder="验证器里的 6 位数字"
            autocomplete="one-time-code"
            error={shown ? codeFault : null}
            onChange={(next) => {
              setTotp(next);
              setRefusal(null);
            }}
          />
        </Group>
      ) : null}
      <RefusalMessage refusal={refusal} />
      <View className="staff-go">
        <BigButton
          id="accept-invitation"
          text="设好密码并进入工作台"
          busy={busy}
          waitsFor={token === '' && '链接不完整'}
          onTap={() => void accept()}
        />
      </View>
    </Page>
  );
}
