import { rosterRows } from '@jikaotong/shared/contract';
import { open, replace, toast, useCommand } from '../../platform';
import { BigButton } from '../../ui';
import { ClaimPage } from '../account';

/** Takes over what one's unit entered, so that it stands in one's own list and can be confirmed. */
export function ClaimRowScreen() {
  const { run, busy, refusal } = useCommand(rosterRows.claimRosterRow);
  const ownEntry = refusal?.code === 'entry-conflict' ? refusal.data['entryId'] : null;
  return (
    <ClaimPage
      title="单位替我报了名"
      why="用单位登记的您本人的手机号登录；有认领码的，用哪个手机号都可以。"
      writtenBy="单位"
      paper={{ label: '认领码', hint: '单位发的纸条上的 8 位', says: '有认领码' }}
      button={{ id: 'claim-row', text: '找到我的报名' }}
      busy={busy}
      refusal={refusal}
      after={
        typeof ownEntry === 'string' ? (
          <BigButton
            id="go-own-entry"
            text="看我自己报的那份"
            tone="plain"
            onTap={() => open('/packages/contest/entry/index', { id: ownEntry })}
          />
        ) : null
      }
      onClaim={async (body) => {
        const reply = await run({ body });
        if (!reply.ok) return;
        const { applicationId, entryId, noticeId } = reply.data;
        toast('找到了，请核对');
        if (entryId) replace('/packages/contest/entry/index', { id: entryId, claimed: '1' });
        else if (noticeId) replace('/packages/contest/guide/index', { id: noticeId });
        else if (applicationId) replace('/packages/unit/confirm/index', { id: applicationId });
      }}
    >
      找到以后由您核对、确认，还可以看进度、准考证和成绩。
    </ClaimPage>
  );
}
