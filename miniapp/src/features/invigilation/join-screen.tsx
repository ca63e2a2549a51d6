import { type ReplyOf, dutyLink } from '@jikaotong/shared/contract';
import { dayAndDistanceWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { replace, useAnswer, useCommand } from '../../platform';
import { Cell, Group } from '../../ui';
import { useToday } from '../demonstration';
import { JoinByLink } from '../sending';

const TODAY = '/packages/duty/today/index';

/**
 * Where the one-time link of an exam officer leads: it says when and where first, and whoever has proven the number it is
 * bound to takes the duty.
 */
export function JoinScreen({ token }: { token: string }) {
  const join = useCommand(dutyLink.joinDuty);
  const read = useAnswer(dutyLink.getDutyInvitation, { params: { token } }, { enabled: token !== '' });
  const accept = async () => {
    const reply = await join.run({ params: { token } });
    if (reply.ok) replace(TODAY);
  };
  return (
    <JoinByLink
      title="监考安排"
      about="考务员请您到考场帮忙。链接只能用一次，只认考务员登记的那个手机号。"
      token={token}
      id="join-duty"
      then={{ page: TODAY, name: '我的监考' }}
      refusal={join.refusal ?? (read.state === 'refused' ? read.refusal : null)}
      busy={join.busy}
      onJoin={() => void accept()}
    >
      {read.state === 'ready' ? <Invitation of={read.data} /> : null}
    </JoinByLink>
  );
}

function Invitation({ of }: { of: ReplyOf<typeof dutyLink.getDutyInvitation> }) {
  const today = useToday();
  const { bodyName, sessionName, day, startsAt, endsAt, sites, phoneMasked } = of;
  return (
    <Group title="请您监考" foot={phoneMasked ? `请用 ${phoneMasked} 登录后接受。` : undefined}>
      <Cell
        id="invited-when"
        title={`${dayAndDistanceWords(day, today)} ${startsAt}–${endsAt}`}
        note={`${bodyName}　${sessionName}`}
      />
      {sites.map(({ siteName, address, roomNames }) => (
        <Cell
          key={siteName}
          title={siteName}
          note={
            <>
              <View>{address}</View>
              <View>{`考场：${roomNames.join('、')}`}</View>
            </>
          }
        />
      ))}
    </Group>
  );
}
