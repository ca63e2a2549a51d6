import { sessions } from '@jikaotong/shared/contract';
import { PlacesScreen } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SessionPlacesPage() {
  const { id = '', fresh } = usePageParams();
  return (
    <StaffOnly for={sessions.setSessionPlaces}>
      <PlacesScreen id={id} fresh={fresh !== undefined} />
    </StaffOnly>
  );
}
