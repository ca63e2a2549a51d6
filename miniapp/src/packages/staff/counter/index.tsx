import { counter } from '@jikaotong/shared/contract';
import { CounterScreen, SlipByCode } from '../../../features/clerk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function CounterPage() {
  const { code } = usePageParams();
  return (
    <StaffOnly for={counter.openSlip}>
      {code === undefined ? <CounterScreen /> : <SlipByCode key={code} code={code} />}
    </StaffOnly>
  );
}
