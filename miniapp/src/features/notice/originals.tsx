import { type PropsWithChildren, useCallback } from 'react';
import { open } from '../../platform';
import { OriginalContext, type Quoted } from '../../ui';

/** Every clause shown below leads to its place in this notice's printed text. */
export function Originals({ notice, children }: PropsWithChildren<{ notice: string }>) {
  const show = useCallback(
    ({ clause, quote }: Quoted) => open('/pages/notice-text/index', { id: notice, clause, quote }),
    [notice],
  );
  return <OriginalContext.Provider value={show}>{children}</OriginalContext.Provider>;
}
