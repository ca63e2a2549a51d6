import { invigilation } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { open, replace, useCommand, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, NoticeBar, Page, RefusalMessage } from '../../ui';
import { SignInGate } from '../account';
import './invigilation.scss';

/** Where the one-time link of an exam officer leads: whoever has proven the number it is bound to takes the duty. */
export function JoinScreen({ token }: { token: string }) {
  const { account } = useSignIn();
  const join = useCommand(invigilation.joinDuty);
  const accept = async () => {
    const reply = await join.run({ params: { token } });
    if (reply.ok) replace('/packages/duty/today/index');
  };
  return (
    <Page>
      <Heading title="监考安排">考务员请您到考场帮忙。链接只能用一次，只认考务员登记的那个手机号。</Heading>
      {token === '' ? <NoticeBar tone="stop">链接不完整，请从考务员发来的消息里重新打开。</NoticeBar> : null}
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
        <RefusalMessage refusal={join.refusal} />
        {join.refusal?.code === 'invitation-invalid' ? (
          <Group>
            <Cell title="已经接受过安排" note="打开我的监考" onTap={() => replace('/packages/duty/today/index')} />
          </Group>
        ) : null}
        <View className="door-go">
          <BigButton
            id="join-duty"
            text="接受安排"
            busy={join.busy}
            disabled={token === '' || !account?.phoneMasked}
            onTap={() => void accept()}
          />
        </View>
      </SignInGate>
    </Page>
  );
}
