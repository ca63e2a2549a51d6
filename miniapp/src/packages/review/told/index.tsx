import { toldList } from '@jikaotong/shared/lists';
import { ToldScreen } from '../../../features/applicant';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ToldPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={toldList.rows}>
      <SessionFirst sessionId={session} page="/packages/review/told/index">
        <ToldScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
