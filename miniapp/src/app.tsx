import './platform/old-phones';
import './platform/schema-setup';
import { QueryClientProvider } from '@tanstack/react-query';
import { type PropsWithChildren, useEffect, useMemo } from 'react';
import { AppBanner } from './app-banner';
import {
  IN_WECHAT,
  leaveTabLinksAlone,
  offerUpdates,
  prepareOffline,
  queryClient,
  renewSignIn,
  useLargeType,
} from './platform';
import { LooksContext } from './ui';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  const [large] = useLargeType();
  const looks = useMemo(() => ({ large, banner: IN_WECHAT ? null : <AppBanner /> }), [large]);

  useEffect(() => {
    void renewSignIn();
    if (IN_WECHAT) offerUpdates();
    if (process.env.TARO_ENV === 'h5') {
      // the frame of a portrait listens to fingers; on a desk the mouse plays them
      void import('@nutui/touch-emulator');
      leaveTabLinksAlone();
      prepareOffline();
    }
  }, []);

  return (
    <QueryClientProvider client={queryClient}>
      <LooksContext.Provider value={looks}>{children}</LooksContext.Provider>
    </QueryClientProvider>
  );
}
