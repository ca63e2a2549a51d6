import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { type Refusal, open, replace, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, NoticeBar, Page, RefusalMessage } from '../../ui';
import { SignInGate } from '../account';
import './sending.scss';

type Props = {
  readonly title: string;
  readonly about: string;
  readonly token: string;
  readonly id: string;
  /** What is opened afterwards, and how it is called. */
  readonly then: { readonly page: `/${string}`; readonly name: string };
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly onJoin: () => void;
  /** What one says yes to. */
  readonly children?: ReactNode;
};

/** Where a one-time link leads: whoever has proven the number that it is bound to comes in. */
export function JoinByLink({ title, about, token, id, then, refusal, busy, onJoin, children }: Props) {
  const { account } = useSignIn();
  return (
    <Page>
      <Heading title={title}>{about}</Heading>
      {token === '' ? <NoticeBar tone="stop">链接不完整，请从收到的消息里重新打开。</NoticeBar> : null}
      {children}
      <SignInGate why="请用收到链接的手机号登录。">
        <Group title="您的手机号">
          {account?.phoneMasked ? (
            <Cell title={account.phoneMasked} />
          ) : (
            <Cell
              id="prove-phone"
              title="还没有绑定手机号"
              note="先绑定收到链接的手机号"
              onTap={() => open('/pages/phone/index')}
            />
          )}
        </Group>
        <RefusalMessage refusal={refusal} />
        {refusal?.code === 'invitation-invalid' ? (
          <Group>
            <Cell title="已经接受过安排" note={`打开${then.name}`} onTap={() => replace(then.page)} />
          </Group>
        ) : null}
        <View className="sending-go">
          <BigButton
            id={id}
            text={account?.phoneMasked ? '接受安排' : '请先绑定手机号'}
            busy={busy}
            disabled={token === '' || !account?.phoneMasked}
            onTap={onJoin}
          />
        </View>
      </SignInGate>
    </Page>
  );
}
