import { contestTrainings } from '@jikaotong/shared/contract';
import { StaffOnly } from '../../../features/staff';
import { TrainingsScreen } from '../../../features/training';
import { usePageParams } from '../../../platform';

export default function TrainingsPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={contestTrainings.listTrainings}>
      <TrainingsScreen id={id} />
    </StaffOnly>
  );
}
