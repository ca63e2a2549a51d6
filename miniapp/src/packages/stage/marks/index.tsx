import { stageMarks } from '@jikaotong/shared/contract';
import { StaffOnly } from '../../../features/staff';
import { MarksScreen } from '../../../features/stage';
import { usePageParams } from '../../../platform';

export default function MarksPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={stageMarks.marksSheet.upload}>
      <MarksScreen id={id} />
    </StaffOnly>
  );
}
