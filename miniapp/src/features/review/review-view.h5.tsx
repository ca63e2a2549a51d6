import { type ComponentProps, Suspense, lazy, useSyncExternalStore } from 'react';
import { Loading, Page } from '../../ui';
import { ReviewScreen } from './review-screen';

const DeskReview = lazy(() => import('./desk/desk-review'));

/** An application to decide about in a browser: one column on a phone, side by side at a desk; the same address serves both. */
export function ReviewView(props: ComponentProps<typeof ReviewScreen>) {
  const isDesk = useSyncExternalStore(subscribe, () => wide.matches);
  if (!isDesk) return <ReviewScreen key={props.id} {...props} />;
  return (
    <Suspense
      fallback={
        <Page>
          <Loading />
        </Page>
      }
    >
      <DeskReview {...props} />
    </Suspense>
  );
}

const wide = window.matchMedia('(min-width: 1024px)');
function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}
