import { OriginalScreen } from '../../features/notice';
import { usePageParams } from '../../platform';

export default function NoticeTextPage() {
  const { id = '' } = usePageParams();
  return <OriginalScreen id={id} />;
}
