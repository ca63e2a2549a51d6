import { InvitationScreen } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function InvitationPage() {
  const { token = '' } = usePageParams();
  return <InvitationScreen token={token} />;
}
