import type { ListRow, scoreReviewList } from '@jikaotong/shared/lists';
import { subjectWord } from '@jikaotong/shared/words';
import { Sheet } from '../../ui';
import { DecideSheet } from './decide-sheet';
import { MarkAsked } from './mark-asked';

type Props = { item: ListRow<typeof scoreReviewList>; mayDecide: boolean; onClose: () => void };

/** One request: to be decided by who may, else to be read with what became of it. */
export function ScoreReviewSheet({ item, mayDecide, onClose }: Props) {
  if (item.state === 'open' && mayDecide) return <DecideSheet item={item} onClose={onClose} />;
  return (
    <Sheet title={`${item.name}　${subjectWord(item.subject)}`} onClose={onClose}>
      <MarkAsked item={item} />
    </Sheet>
  );
}
