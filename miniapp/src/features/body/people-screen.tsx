import { type ListRow, staffList } from '@jikaotong/shared/lists';
import { roleWord, staffStateWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { Tag, type Tone } from '../../ui';
import { ListView } from '../list';
import { InvitationLink } from './invitation-link';
import { InviteSheet } from './invite-sheet';
import { MemberSheet } from './member-sheet';

type Member = ListRow<typeof staffList>;

const TONES: Readonly<Record<Member['state'], Tone>> = { active: 'go', invited: 'warn', disabled: 'quiet' };

const cardOf = ({ name, shownName, roles, state }: Member) => ({
  title: `${shownName}（${name}）`,
  note: roles.map((role) => roleWord(role)).join('、') || '没有权限',
  value: <Tag text={staffStateWord(state)} tone={TONES[state]} />,
});

/** Who works for the body and what each may do. */
export function PeopleScreen({ id }: { id: string }) {
  const [inviting, setInviting] = useState(false);
  const [member, setMember] = useState<Member | null>(null);
  const [link, setLink] = useState<{ name: string; path: string } | null>(null);
  const showLink = (name: string, path: string) => {
    setInviting(false);
    setMember(null);
    setLink({ name, path });
  };
  return (
    <>
      <ListView
        list={staffList}
        id={id}
        unit="人"
        about="一个人可以有几种权限；停用后马上不能登录。"
        action={{ id: 'invite', text: '邀请工作人员', onTap: () => setInviting(true) }}
        notice={link ? <InvitationLink name={link.name} path={link.path} /> : null}
        card={cardOf}
        tones={{ state: TONES }}
        elementId={({ name }) => `member-${name}`}
        onOpen={setMember}
      />
      {inviting ? <InviteSheet bodyId={id} onClose={() => setInviting(false)} onInvited={showLink} /> : null}
      {member ? <MemberSheet bodyId={id} member={member} onClose={() => setMember(null)} onInvited={showLink} /> : null}
    </>
  );
}
