import { funnel } from '@jikaotong/shared/contract';
import { FunnelScreen } from '../../../features/applicant';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function FunnelPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={funnel.getFunnel}>
      <SessionFirst sessionId={session} page="/packages/review/funnel/index">
        <FunnelScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
