import { slips } from '@jikaotong/shared/contract';
import { replace, toast, useCommand } from '../../platform';
import { ClaimPage } from '../account';

/** Takes over what a clerk entered at the counter, so that it stands in one's own list. */
export function ClaimScreen() {
  const { run, busy, refusal } = useCommand(slips.claimWalkIn);
  return (
    <ClaimPage
      title="找回窗口报名"
      why="用在窗口留下的手机号登录后找回。"
      writtenBy="窗口"
      button={{ id: 'claim', text: '找回' }}
      busy={busy}
      refusal={refusal}
      onClaim={async (body) => {
        const reply = await run({ body });
        if (!reply.ok) return;
        toast('找到了，已放进您的账号');
        replace('/packages/apply/detail/index', { id: reply.data.id });
      }}
    >
      在窗口由工作人员代为报名的，找回后可以在手机上查进度、缴费、看准考证。
    </ClaimPage>
  );
}
