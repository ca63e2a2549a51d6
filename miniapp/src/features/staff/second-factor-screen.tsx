import { accounts } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { back, copy, toast, updateAccount, useCommand } from '../../platform';
import {
  BigButton,
  Card,
  Empty,
  Group,
  Heading,
  RefusalMessage,
  NoticeBar,
  Page,
  Qr,
  TextButton,
  TextField,
} from '../../ui';
import { useStaff } from './use-staff';
import './staff.scss';

/** Turns the second factor on: a secret for an authenticator app, proved by its first code. */
export function SecondFactorScreen() {
  const { account } = useStaff();
  const begin = useCommand(accounts.beginSecondFactor);
  const prove = useCommand(accounts.confirmSecondFactor);
  const [secret, setSecret] = useState<{ secret: string; uri: string } | null>(null);
  const [code, setCode] = useState('');

  const start = async () => {
    const reply = await begin.run({});
    if (reply.ok) setSecret(reply.data);
  };
  const confirmCode = async () => {
    const reply = await prove.run({ body: { code } });
    if (!reply.ok) return;
    updateAccount(reply.data);
    toast('动态验证码已开启');
  };
  if (account?.secondFactor) {
    return (
      <Page>
        <Empty title="动态验证码已开启" action="返回" onAction={back}>
          每次登录除密码外，还要填写验证器里的 6 位数字。换手机时请另一名管理员重置。
        </Empty>
      </Page>
    );
  }
  if (!secret) {
    return (
      <Page>
        <Heading title="动态验证码">
          登录时除密码外再填 6 位数字，别人拿到密码也进不来。需要先在手机上装一个验证器（如腾讯身份验证器、FreeOTP）。
        </Heading>
        {account?.secondFactorDue ? (
          <NoticeBar tone="warn">
            还没有设置，或者管理员重置了。设好以后才能办理业务，其他设备上的登录会退出。
          </NoticeBar>
        ) : null}
        <RefusalMessage refusal={begin.refusal} />
        <View className="staff-go">
          <BigButton id="second-factor-begin" text="开始设置" busy={begin.busy} onTap={() => void start()} />
        </View>
      </Page>
    );
  }
  return (
    <Page>
      <Heading title="用验证器扫一扫">扫不了就复制密钥，在验证器里选“手动输入”。</Heading>
      <Card>
        <Qr text={secret.uri} label="给验证器扫的二维码" />
        <View className="staff-secret">{secret.secret.replace(/(.{4})/g, '$1 ')}</View>
        <View className="staff-centre">
          <TextButton id="second-factor-copy" text="复制密钥" onTap={() => void copy(secret.secret)} />
        </View>
      </Card>
      <Group>
        <TextField
          id="second-factor-code"
          label="验证器现在显示的 6 位数字"
          type="number"
          maxlength={6}
          value={code}
          autocomplete="one-time-code"
          onChange={setCode}
        />
      </Group>
      <RefusalMessage refusal={prove.refusal} />
      <View className="staff-go">
        <BigButton
          id="second-factor-confirm"
          text="开启"
          busy={prove.busy}
          disabled={!/^\d{6}$/.test(code)}
          onTap={() => void confirmCode()}
        />
      </View>
    </Page>
  );
}
