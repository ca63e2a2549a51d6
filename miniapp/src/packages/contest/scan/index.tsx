import { useEffect } from 'react';
import { ScanScreen } from '../../../features/contest';
import { paramsOfLink, replace, usePageParams, useShare } from '../../../platform';

/** Other pages whose links are drawn as codes: of a certificate, of a slip for the counter, of a unit's roster. */
const PAGES = ['/packages/exam/verify/index', '/packages/staff/counter/index', '/packages/unit/fill/index'] as const;

/** `code` from a browser or a page of ours; `q` is the whole link, as WeChat hands on what its camera read, whichever page it names. */
export default function ScanPage() {
  const { code, q = '' } = usePageParams();
  const page = PAGES.find((one) => q.includes(`#${one}?`));
  const poster = code ?? paramsOfLink(q)['code'] ?? null;
  useShare('扫海报', `/packages/contest/scan/index${poster === null ? '' : `?code=${poster}`}`);
  useEffect(() => {
    if (page) replace(page, paramsOfLink(q));
  }, [page, q]);
  return page ? null : <ScanScreen code={poster} />;
}
