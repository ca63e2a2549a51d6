import { rulings } from '@jikaotong/shared/contract';
import { DoubtedWordsScreen } from '../../../features/review';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function DoubtedWordsPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={rulings.listDoubtedWords}>
      <SessionFirst sessionId={session} page="/packages/review/doubted-words/index">
        <DoubtedWordsScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
