import { LevelsScreen } from '../../../features/notice';
import { usePageParams } from '../../../platform';

export default function LevelsPage() {
  const { notice = '' } = usePageParams();
  return <LevelsScreen noticeId={notice} />;
}
