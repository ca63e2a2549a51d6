import { FollowRow } from '../../features/calendar';
import { NoticeScreen } from '../../features/notice';
import { usePageParams } from '../../platform';

export default function NoticePage() {
  const { id = '' } = usePageParams();
  return <NoticeScreen id={id} follow={<FollowRow noticeId={id} />} />;
}
