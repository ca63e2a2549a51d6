import { VersionScreen } from '../../../features/publishing';
import { usePageParams } from '../../../platform';

export default function NoticeVersionPage() {
  const { id = '', version = '1' } = usePageParams();
  return <VersionScreen noticeId={id} version={Number(version)} />;
}
