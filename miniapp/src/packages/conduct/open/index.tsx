import { breachCases } from '@jikaotong/shared/contract';
import { NameItemScreen, OpenBreachScreen } from '../../../features/breach-desk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function OpenBreachPage() {
  const { application = '', act, breach } = usePageParams();
  return (
    <StaffOnly for={breachCases.openBreach}>
      {breach ? (
        <NameItemScreen breachId={breach} />
      ) : (
        <OpenBreachScreen applicationId={application} doorActId={act ?? null} />
      )}
    </StaffOnly>
  );
}
