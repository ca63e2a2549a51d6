import { objections } from '@jikaotong/shared/contract';
import { JudgeObjectionScreen } from '../../../features/objection-desk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ObjectionPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={objections.getStaffObjection}>
      <JudgeObjectionScreen id={id} />
    </StaffOnly>
  );
}
