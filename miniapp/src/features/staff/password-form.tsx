import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Refusal } from '../../platform';
import { BigButton, Group, Heading, RefusalMessage, NoticeBar, Page, TextField } from '../../ui';
import { signInStaff } from './staff-sign-in';
import './staff.scss';

const NAME = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** Staff sign in by name and password, and by a code where a second factor is on. */
export function PasswordForm({ candidate }: { candidate: boolean }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const typed = name.trim().toLowerCase();
  const nameFault = NAME.test(typed) ? null : '请填写管理员给您的用户名';
  const codeFault = !asksCode || /^\d{6}$/.test(totp) ? null : '请填写 6 位数字';
  const enter = async () => {
    setShown(true);
    if (nameFault || codeFault || password === '') return;
    setBusy(true);
    const reply = await signInStaff({ name: typed, password, ...(asksCode ? { totp } : {}) });
    setBusy(false);
    if (reply.ok) return;
    if (reply.code === 'second-factor-needed' && !asksCode) {
      setAsksCode(true);
      setShown(false);
      setRefusal(null);
    } else setRefusal(reply);
  };
  const edit = (set: (value: string) => void) => (value: string) => {
    set(value);
    setRefusal(null);
  };
  return (
    <Page>
      <Heading title="工作人员登录">审核、收款、考务、成绩和发证都在这里办理。</Heading>
      {candidate ? <NoticeBar tone="info">您现在用的是个人账号，登录后会换成工作账号。</NoticeBar> : null}
      <Group>
        <TextField
          id="staff-name"
          label="用户名"
          value={name}
          placeholder="小写字母或数字"
          autocomplete="username"
          error={shown ? nameFault : null}
          onChange={edit(setName)}
        />
        <TextField
          id="staff-password"
          label="密码"
          password
          maxlength={128}
          value={password}
          placeholder="至少 10 个字符"
          autocomplete="current-password"
          error={shown && password === '' ? '请填写密码' : null}
          onChange={edit(setPassword)}
        />
        {asksCode ? (
          <TextField
            id="staff-totp"
            label="动态验证码"
            type="number"
            maxlength={6}
            value={totp}
            placeholder="验证器里的 6 位数字"
            autocomplete="one-time-code"
            error={shown ? codeFault : null}
            onChange={edit(setTotp)}
          />
        ) : null}
      </Group>
      <RefusalMessage refusal={refusal} />
      <View className="staff-go">
        <BigButton id="staff-sign-in" text="登录" busy={busy} onTap={() => void enter()} />
      </View>
      <View className="staff-hint">
        忘记密码，请管理员重新发一个邀请链接；换了手机没有验证器，请管理员重置动态验证码。
      </View>
    </Page>
  );
}
