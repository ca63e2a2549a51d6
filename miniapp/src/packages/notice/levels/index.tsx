import { LevelsScreen } from '../../../features/notice';
import { usePageParams, useShare } from '../../../platform';

export default function LevelsPage() {
  const { notice = '' } = usePageParams();
  useShare('我能报哪一级', `/packages/notice/levels/index?notice=${notice}`);
  return <LevelsScreen noticeId={notice} />;
}
