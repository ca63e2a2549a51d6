import { OriginalScreen } from '../../features/notice';
import { usePageParams, useShare } from '../../platform';

export default function NoticeTextPage() {
  const { id = '', clause, quote } = usePageParams();
  useShare('通知原文', `/pages/notice-text/index?id=${id}`);
  return <OriginalScreen id={id} quoted={clause && quote ? { clause, quote } : null} />;
}
