import { features } from '@jikaotong/bff/app';
import type { EndpointSpec } from '@jikaotong/shared/contract';

/** Every endpoint that the back end serves; the one that moves the demonstration's clock comes last. */
export const everyEndpoint: readonly EndpointSpec[] = features
  .flatMap(({ routes }) => routes)
  .flatMap(({ endpoint }) => (endpoint ? [endpoint] : []))
  .toSorted((a, b) => Number(a.name === 'advanceDemonstration') - Number(b.name === 'advanceDemonstration'));
