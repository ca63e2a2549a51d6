import * as contract from '@jikaotong/shared/contract';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import * as lists from '@jikaotong/shared/lists';

/** Every endpoint of the contract, and of the lists and sheets that are declared once and make several. */
export const everyEndpoint = (): EndpointSpec[] => [...new Set([...endpointsIn(contract), ...endpointsIn(lists)])];

const endpointsIn = (found: unknown, depth = 0): EndpointSpec[] => {
  if (isEndpoint(found)) return [found];
  return isRecord(found) && depth < DEEPEST ? partsOf(found).flatMap((one) => endpointsIn(one, depth + 1)) : [];
};

/** A list without acts is declared with the endpoints of choosing, but does not offer them. */
const partsOf = (found: Record<string, unknown>): unknown[] => {
  const actsNothing = isRecord(found['acts']) && Object.keys(found['acts']).length === 0;
  return Object.entries(found).flatMap(([key, part]) => (key === 'acting' && actsNothing ? [] : [part]));
};

/** A room, a resource, a list or sheet, its acts, an act's endpoint. */
const DEEPEST = 5;

const isRecord = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null;

const isEndpoint = (one: unknown): one is EndpointSpec =>
  isRecord(one) && 'method' in one && 'path' in one && 'refusals' in one;
