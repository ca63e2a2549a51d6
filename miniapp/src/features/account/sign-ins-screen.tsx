import { accounts } from '@jikaotong/shared/contract';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import { fullDayWords, signInDeviceWords } from '@jikaotong/shared/words';
import { confirm, toast, useAnswer, useCommand, useSignIn } from '../../platform';
import { Cell, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage, TextButton } from '../../ui';
import { SignInGate } from './sign-in-gate';

/** The devices on which one is signed in; one that is lost is signed out from here. */
export function SignInsScreen() {
  const { account } = useSignIn();
  return <Page>{account ? <SignIns /> : <SignInGate why="登录后查看登录的设备。">{null}</SignInGate>}</Page>;
}

function SignIns() {
  const { account } = useSignIn();
  const answer = useAnswer(accounts.listSignIns, {});
  const ending = useCommand(accounts.endSignIn);
  const others = useCommand(accounts.endOtherSignIns);
  const end = async (id: string) => {
    const sure = await confirm({ title: '让这台设备退出登录', text: '它要重新登录才能再用。', yes: '退出' });
    if (sure && (await ending.run({ params: { id } })).ok) toast('已退出');
  };
  const endOthers = async () => {
    const sure = await confirm({ title: '让其他设备都退出登录', text: '只有现在这台保持登录。', yes: '全部退出' });
    if (sure && (await others.run({})).ok) toast('已全部退出');
  };
  return (
    <Loaded answer={answer}>
      {({ items }) => (
        <>
          <Heading title="登录的设备">
            看到不认识的设备，请让它退出登录{account?.kind === 'staff' ? '，并马上修改密码' : ''}。
          </Heading>
          <Group>
            {items.map(({ id, app, system, isThis, lastUsedAt }) => (
              <Cell
                key={id}
                title={signInDeviceWords(app, system)}
                note={isThis ? '就是现在这台' : `最近使用：${fullDayWords(dayAt(lastUsedAt))} ${timeAt(lastUsedAt)}`}
                value={
                  isThis ? undefined : (
                    <TextButton id={`end-sign-in-${id}`} text="退出登录" onTap={() => void end(id)} />
                  )
                }
              />
            ))}
          </Group>
          <RefusalMessage refusal={ending.refusal ?? others.refusal} />
          {items.length > 2 ? (
            <Group>
              <Cell id="end-other-sign-ins" title="让其他设备都退出登录" onTap={() => void endOthers()} />
            </Group>
          ) : null}
          {items.length === 1 ? <NoticeBar tone="info">没有别的设备登录。</NoticeBar> : null}
        </>
      )}
    </Loaded>
  );
}
