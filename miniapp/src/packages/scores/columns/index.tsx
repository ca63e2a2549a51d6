import { scoreColumns } from '@jikaotong/shared/contract';
import { ScoreColumnsScreen } from '../../../features/score';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ScoreColumnsPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={scoreColumns.getScoreColumns}>
      <ScoreColumnsScreen sessionId={session} />
    </StaffOnly>
  );
}
