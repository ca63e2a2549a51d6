import { OriginalScreen } from '../../features/notice';
import { usePageParams } from '../../platform';

export default function NoticeTextPage() {
  const { id = '', clause, quote } = usePageParams();
  return <OriginalScreen id={id} quoted={clause && quote ? { clause, quote } : null} />;
}
