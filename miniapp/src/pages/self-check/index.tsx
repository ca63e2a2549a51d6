import { BeginApplication } from '../../features/application';
import { SelfCheckScreen } from '../../features/notice';
import { usePageParams } from '../../platform';

export default function SelfCheckPage() {
  const { notice = '', offering } = usePageParams();
  return <SelfCheckScreen noticeId={notice} offeringCode={offering ?? null} begin={BeginApplication} />;
}
