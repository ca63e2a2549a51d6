import type { EndpointSpec } from '@jikaotong/shared/contract';
import type { Exchange } from './exchange';

/** One endpoint and what serves it, or a webhook, which has no endpoint of ours. */
export type Route = {
  readonly method: EndpointSpec['method'];
  /** The whole path, with `:name` for parameters. */
  readonly path: string;
  readonly endpoint: EndpointSpec | null;
  readonly kind: 'query' | 'command' | 'upload' | 'download' | 'webhook';
  readonly run: (x: Exchange) => Promise<void>;
};

export const API = '/api/v1';

export const routeOf = (endpoint: EndpointSpec, kind: Route['kind'], run: Route['run']): Route => ({
  method: endpoint.method,
  path: `${API}${endpoint.path}`,
  endpoint,
  kind,
  run,
});
