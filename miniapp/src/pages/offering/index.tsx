import { OfferingScreen } from '../../features/notice';
import { usePageParams, useShare } from '../../platform';

export default function OfferingPage() {
  const { notice = '', offering = '' } = usePageParams();
  useShare('申报条件', `/pages/offering/index?notice=${notice}&offering=${offering}`);
  return <OfferingScreen noticeId={notice} code={offering} />;
}
