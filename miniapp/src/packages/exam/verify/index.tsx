import { VerifyScreen } from '../../../features/certificate';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { token } = usePageParams();
  return <VerifyScreen token={token ?? null} />;
}
