import { contestTrainings } from '@jikaotong/shared/contract';
import { StaffOnly } from '../../../features/staff';
import { TrainingScreen } from '../../../features/training';
import { usePageParams } from '../../../platform';

export default function TrainingPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={contestTrainings.getTraining}>
      <TrainingScreen id={id} />
    </StaffOnly>
  );
}
