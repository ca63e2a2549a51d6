import { invigilation } from '@jikaotong/shared/contract';
import { replace, useCommand } from '../../platform';
import { JoinByLink } from '../sending';

const TODAY = '/packages/duty/today/index';

/** Where the one-time link of an exam officer leads: whoever has proven the number it is bound to takes the duty. */
export function JoinScreen({ token }: { token: string }) {
  const join = useCommand(invigilation.joinDuty);
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
      refusal={join.refusal}
      busy={join.busy}
      onJoin={() => void accept()}
    />
  );
}
