import { ScanScreen } from '../../../features/contest';
import { paramsOfLink, usePageParams } from '../../../platform';

/** `code` from a browser or a page of ours; `q` is the whole link, as WeChat hands on what its camera read. */
export default function ScanPage() {
  const { code, q } = usePageParams();
  return <ScanScreen code={code ?? (q ? (paramsOfLink(q)['code'] ?? null) : null)} />;
}
