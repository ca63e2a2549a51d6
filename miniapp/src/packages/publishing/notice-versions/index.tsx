import { VersionsScreen } from '../../../features/publishing';
import { usePageParams } from '../../../platform';

export default function NoticeVersionsPage() {
  const { id = '' } = usePageParams();
  return <VersionsScreen noticeId={id} />;
}
