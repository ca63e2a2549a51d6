import { type BodyView, bodies } from '@jikaotong/shared/contract';
import { roleWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, Page, Tag, type Tone } from '../../ui';
import { InvitationLink } from './invitation-link';
import { InviteSheet } from './invite-sheet';
import { MemberSheet } from './member-sheet';

type Member = BodyView['staff'][number];

const STATES: Readonly<Record<Member['state'], { text: string; tone: Tone }>> = {
  active: { text: '在用', tone: 'go' },
  invited: { text: '未设密码', tone: 'warn' },
  disabled: { text: '已停用', tone: 'quiet' },
};

/** Who works for the body and what each may do. */
export function PeopleScreen({ id }: { id: string }) {
  const answer = useAnswer(bodies.getStaffBody, { params: { id } });
  const [inviting, setInviting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [link, setLink] = useState<{ name: string; path: string } | null>(null);
  const member = answer.state === 'ready' ? answer.data.staff.find(({ accountId }) => accountId === chosen) : undefined;
  const showLink = (name: string, path: string) => {
    setInviting(false);
    setChosen(null);
    setLink({ name, path });
  };
  return (
    <Page
      action={
        answer.state === 'ready' ? (
          <BigButton id="invite" text="邀请工作人员" onTap={() => setInviting(true)} />
        ) : undefined
      }
    >
      <Heading title="工作人员">一个人可以有几种权限；停用后马上不能登录。</Heading>
      {link ? <InvitationLink name={link.name} path={link.path} /> : null}
      <Loaded answer={answer}>
        {({ staff }) => (
          <Group>
            {staff.map(({ accountId, name, displayName, roles, state }) => (
              <Cell
                key={accountId}
                id={`member-${name}`}
                title={`${displayName ?? name}（${name}）`}
                note={roles.map(roleWord).join('、') || '没有权限'}
                value={<Tag text={STATES[state].text} tone={STATES[state].tone} />}
                onTap={() => setChosen(accountId)}
              />
            ))}
          </Group>
        )}
      </Loaded>
      {inviting ? <InviteSheet bodyId={id} onClose={() => setInviting(false)} onInvited={showLink} /> : null}
      {member ? <MemberSheet bodyId={id} member={member} onClose={() => setChosen(null)} onInvited={showLink} /> : null}
    </Page>
  );
}
