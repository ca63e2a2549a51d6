import { applicantList } from '@jikaotong/shared/lists';
import { ApplicantsScreen } from '../../../features/applicant';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ApplicantsPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={applicantList.rows}>
      <SessionFirst sessionId={session} page="/packages/review/applicants/index">
        <ApplicantsScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
