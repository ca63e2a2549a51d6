import { results } from '@jikaotong/shared/contract';
import { ScoresScreen } from '../../../features/score';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ScoresPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={results.listScores}>
      <ScoresScreen sessionId={session} />
    </StaffOnly>
  );
}
