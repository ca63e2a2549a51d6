import { agoWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { NoticeBar } from './notice-bar';

/** Says that there is no network, and how old what stands below is; `keptAt` undefined: it is as new as can be. */
export const KeptNote = ({ keptAt }: { keptAt: number | undefined }) =>
  keptAt === undefined ? null : <Note key={keptAt} keptAt={keptAt} />;

function Note({ keptAt }: { keptAt: number }) {
  const [now] = useState(() => Date.now());
  return (
    <NoticeBar tone="info" title="网络连接不上">
      下面是{agoWords(now - keptAt)}看到的，之后可能有变化。连上网络后会自动更新。
    </NoticeBar>
  );
}
