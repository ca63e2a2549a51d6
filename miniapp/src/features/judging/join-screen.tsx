import { judgePhones } from '@jikaotong/shared/contract';
import { replace, useCommand } from '../../platform';
import { JoinByLink } from '../sending';

const TODAY = '/packages/judge/today/index';

/** Where the one-time link of a judge leads: whoever has proven the number it is bound to judges. */
export function JoinScreen({ token }: { token: string }) {
  const join = useCommand(judgePhones.joinJudging);
  const accept = async () => {
    const reply = await join.run({ params: { token } });
    if (reply.ok) replace(TODAY);
  };
  return (
    <JoinByLink
      title="裁判邀请"
      about="主办方请您担任裁判，在手机上评分。链接只能用一次，只认登记的那个手机号。"
      token={token}
      id="join-judging"
      then={{ page: TODAY, name: '我的评分' }}
      refusal={join.refusal}
      busy={join.busy}
      onJoin={() => void accept()}
    />
  );
}
