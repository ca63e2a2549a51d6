import * as contract from '@jikaotong/shared/contract';
import type { EndpointSpec } from '@jikaotong/shared/contract';

/** Every endpoint of the contract, resource by resource. */
export const everyEndpoint = (): EndpointSpec[] =>
  Object.values(contract)
    .flatMap((resource: unknown) => (isRecord(resource) ? Object.values(resource) : []))
    .filter(isEndpoint);

const isRecord = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null;

const isEndpoint = (one: unknown): one is EndpointSpec =>
  isRecord(one) && 'method' in one && 'path' in one && 'refusals' in one;
