import { importedRecords } from '@jikaotong/shared/contract';
import { replace, toast, useCommand } from '../../platform';
import { ClaimPage } from '../account';

/** Finds what one passed before the body worked with this system, so that only the rest is taken again. */
export function ClaimPassesScreen() {
  const { run, busy, refusal } = useCommand(importedRecords.claimPasses);
  return (
    <ClaimPage
      title="找回从前合格的科目"
      why="登录后找回从前合格的科目。"
      writtenBy="机构"
      paper={{ label: '当时的准考证号', hint: '印在当时的准考证或成绩单上', says: '填对当时准考证号' }}
      button={{ id: 'claim-passes', text: '找回' }}
      busy={busy}
      refusal={refusal}
      onClaim={async ({ code, ...who }) => {
        const reply = await run({ body: { ...who, ...(code === undefined ? {} : { ticketNumber: code }) } });
        if (!reply.ok) return;
        toast('找到了');
        replace('/packages/exam/retake/index', { id: reply.data.retakeId });
      }}
    >
      从前考过、有科目合格还在保留期的，找回后只考没有合格的科目。
    </ClaimPage>
  );
}
