import { judging } from '@jikaotong/shared/contract';
import { HeatScreen } from '../../../features/judging';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function HeatPage() {
  const { id = '', part = 'skill', heat = '1' } = usePageParams();
  return (
    <StaffOnly for={judging.getJudgedHeat}>
      <HeatScreen id={id} part={part === 'theory' ? 'theory' : 'skill'} heat={heat} />
    </StaffOnly>
  );
}
