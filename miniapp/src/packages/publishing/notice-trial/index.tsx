import { noticeTrials } from '@jikaotong/shared/contract';
import { TrialScreen } from '../../../features/publishing';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function NoticeTrialPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={noticeTrials.dryRunNotice}>
      <TrialScreen id={id} />
    </StaffOnly>
  );
}
