import { PublicSessionsScreen, PublicityScreen } from '../../../features/result';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { session } = usePageParams();
  return session ? <PublicityScreen sessionId={session} /> : <PublicSessionsScreen />;
}
