import { OfferingScreen } from '../../features/notice';
import { usePageParams } from '../../platform';

export default function OfferingPage() {
  const { notice = '', offering = '' } = usePageParams();
  return <OfferingScreen noticeId={notice} code={offering} />;
}
