import { units } from '@jikaotong/shared/contract';
import { open, replace, useAnswer, useCommand, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage } from '../../ui';
import { SignInGate } from '../account';

/** How long the secret in a link is; a link that was cut when it was passed on is told so before anybody asks the server. */
const TOKEN_LENGTH = 43;

/** Where the one-time link of an agent leads: whoever has proven the number it is bound to acts for the unit. */
export function JoinUnitScreen({ token }: { token: string }) {
  const { account, phase } = useSignIn();
  const join = useCommand(units.joinUnit);
  const isWhole = token.length === TOKEN_LENGTH;
  const accept = async () => {
    const reply = await join.run({ params: { token } });
    if (reply.ok) replace('/packages/unit/unit/index', { id: reply.data.unitId });
  };
  return (
    <Page
      action={
        phase !== 'in' ? undefined : account?.phoneMasked ? (
          <BigButton
            id="join-unit"
            text="接受邀请"
            busy={join.busy}
            waitsFor={!isWhole && '链接不完整'}
            onTap={() => void accept()}
          />
        ) : (
          <BigButton id="bind-phone" text="先绑定手机号" onTap={() => open('/pages/phone/index')} />
        )
      }
    >
      <Heading title="做单位的经办人">接受后可以为单位的人员报名。链接只能用一次，只认邀请时填的那个手机号。</Heading>
      {isWhole ? null : <NoticeBar tone="stop">链接不完整，请从收到的消息里重新打开。</NoticeBar>}
      <SignInGate why="请用收到链接的手机号登录。">
        {isWhole ? <Invited token={token} /> : null}
        <Group title="您的手机号">
          <Cell title={account?.phoneMasked ?? '还没有绑定手机号'} />
        </Group>
        <RefusalMessage refusal={join.refusal} />
        {join.refusal?.code === 'invitation-invalid' ? (
          <Group>
            <Cell title="已经接受过" note="打开我经办的单位" onTap={() => replace('/packages/unit/mine/index')} />
          </Group>
        ) : null}
      </SignInGate>
    </Page>
  );
}

/** Which unit one would act for. */
function Invited({ token }: { token: string }) {
  const answer = useAnswer(units.readUnitInvitation, { params: { token } });
  return (
    <Loaded answer={answer}>
      {({ unitName, bodyName, handsOver }) => (
        <Group title="邀请您的单位">
          <Cell
            id="inviting-unit"
            title={unitName}
            note={`在${bodyName}登记${handsOver ? '；接受后由您接替现在的经办人' : ''}`}
          />
        </Group>
      )}
    </Loaded>
  );
}
