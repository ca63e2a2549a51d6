import { StartScreen } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { session = '', notice = '', offering } = usePageParams();
  return <StartScreen sessionId={session} noticeId={notice} offeringCode={offering ?? null} />;
}
