import { Suspense, lazy } from 'react';
import { PartsCells, type PartsProps } from './parts-cells';

const DeskParts = lazy(() => import('./desk/desk-parts'));

/** The rates by part: one under the other on a phone, a table and charts at a desk. */
export function FunnelParts(props: PartsProps) {
  const cells = <PartsCells {...props} />;
  if (!window.matchMedia('(min-width: 1024px)').matches) return cells;
  return (
    <Suspense fallback={cells}>
      <DeskParts {...props} />
    </Suspense>
  );
}
