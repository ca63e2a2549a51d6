import { type ListRow, staffList } from '@jikaotong/shared/lists';
import { roleWord, staffStateWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { call, usePages } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, More, Page, Tag, type Tone } from '../../ui';
import { InvitationLink } from './invitation-link';
import { InviteSheet } from './invite-sheet';
import { MemberSheet } from './member-sheet';

type Member = ListRow<typeof staffList>;

const TONES: Readonly<Record<Member['state'], Tone>> = { active: 'go', invited: 'warn', disabled: 'quiet' };

/** Who works for the body and what each may do. */
export function PeopleScreen({ id }: { id: string }) {
  const answer = usePages(['staff', id], (cursor) => call(staffList.rows, { params: { id }, query: { cursor } }));
  const [inviting, setInviting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [link, setLink] = useState<{ name: string; path: string } | null>(null);
  const member = answer.state === 'ready' ? answer.data.items.find((one) => one.id === chosen) : undefined;
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
        {(list) => (
          <>
            <Group>
              {list.items.map(({ id: accountId, name, shownName, roles, state }: Member) => (
                <Cell
                  key={accountId}
                  id={`member-${name}`}
                  title={`${shownName}（${name}）`}
                  note={roles.map(roleWord).join('、') || '没有权限'}
                  value={<Tag text={staffStateWord(state)} tone={TONES[state]} />}
                  onTap={() => setChosen(accountId)}
                />
              ))}
            </Group>
            <More list={list} />
          </>
        )}
      </Loaded>
      {inviting ? <InviteSheet bodyId={id} onClose={() => setInviting(false)} onInvited={showLink} /> : null}
      {member ? <MemberSheet bodyId={id} member={member} onClose={() => setChosen(null)} onInvited={showLink} /> : null}
    </Page>
  );
}
