import { PartsCells, type PartsProps } from './parts-cells';

/** The rates by part as a phone shows them. */
export function FunnelParts(props: PartsProps) {
  return <PartsCells {...props} />;
}
