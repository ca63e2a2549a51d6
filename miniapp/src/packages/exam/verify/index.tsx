import { VerifyScreen } from '../../../features/certificate';
import { usePageParams, useShare } from '../../../platform';

export default function Page() {
  const { token } = usePageParams();
  // the token names whose certificate it is, so the empty page is sent on
  useShare('证书核验', '/packages/exam/verify/index');
  return <VerifyScreen token={token ?? null} />;
}
