import { PublicSessionsScreen, PublicityScreen } from '../../../features/result';
import { usePageParams, useShare } from '../../../platform';

export default function Page() {
  const { session } = usePageParams();
  useShare('成绩公示', `/packages/exam/publicity/index${session ? `?session=${session}` : ''}`);
  return session ? <PublicityScreen sessionId={session} /> : <PublicSessionsScreen />;
}
