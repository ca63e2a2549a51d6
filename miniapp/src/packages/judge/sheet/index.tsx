import { judging } from '@jikaotong/shared/contract';
import { SheetScreen } from '../../../features/judging';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SheetPage() {
  const { id = '', part = 'skill' } = usePageParams();
  return (
    <StaffOnly for={judging.defineMarkingSheet}>
      <SheetScreen id={id} part={part === 'theory' ? 'theory' : 'skill'} />
    </StaffOnly>
  );
}
