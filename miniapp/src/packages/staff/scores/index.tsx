import { scoreList } from '@jikaotong/shared/lists';
import { ScoresScreen } from '../../../features/score';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ScoresPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={scoreList.rows}>
      <ScoresScreen sessionId={session} />
    </StaffOnly>
  );
}
