import type { Acts, Columns, Filters } from '@jikaotong/shared/lists';
import { Suspense, lazy, useSyncExternalStore } from 'react';
import { Loading, Page } from '../../ui';
import { ListCards } from './list-cards';
import type { ListProps } from './list-props';

const DeskList = lazy(() => import('./desk/desk-list'));

/** A list in a browser: cards on a phone, a table at a desk; the same address serves both. */
export function ListView<C extends Columns, F extends Filters, A extends Acts>(props: ListProps<C, F, A>): JSX.Element;
export function ListView(props: ListProps): JSX.Element {
  const isDesk = useSyncExternalStore(subscribe, () => wide.matches);
  if (!isDesk) return <ListCards {...props} />;
  return (
    <Suspense
      fallback={
        <Page>
          <Loading />
        </Page>
      }
    >
      <DeskList {...props} />
    </Suspense>
  );
}

const wide = window.matchMedia('(min-width: 1024px)');
function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}
