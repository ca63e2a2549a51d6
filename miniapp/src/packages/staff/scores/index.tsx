import { scoreList } from '@jikaotong/shared/lists';
import { ScoresScreen } from '../../../features/score';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ScoresPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={scoreList.rows}>
      <SessionFirst sessionId={session} page="/packages/staff/scores/index">
        <ScoresScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
