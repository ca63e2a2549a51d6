import { COMMON_REFUSALS, type EndpointSpec } from '@jikaotong/shared/contract';
import type { Exchange } from './exchange';
import { refusalIn } from './refusal';

/** One endpoint and what serves it, or a webhook, which has no endpoint of ours. */
export type Route = {
  readonly method: EndpointSpec['method'];
  /** The whole path, with `:name` for parameters. */
  readonly path: string;
  readonly endpoint: EndpointSpec | null;
  readonly kind: 'query' | 'command' | 'upload' | 'download' | 'webhook';
  readonly run: (exchange: Exchange) => Promise<void>;
};

export const API = '/api/v1';

export const routeOf = (endpoint: EndpointSpec, kind: Route['kind'], run: Route['run']): Route => ({
  method: endpoint.method,
  path: `${API}${endpoint.path}`,
  endpoint,
  kind,
  run: async (exchange) => {
    try {
      await run(exchange);
    } catch (error) {
      reportUndeclared(exchange, endpoint, error);
      throw error;
    }
  },
});

/** A refusal that the contract does not announce reaches the caller, but we want to know. */
function reportUndeclared({ serving, requestId }: Exchange, endpoint: EndpointSpec, error: unknown): void {
  const code = refusalIn(error)?.refused;
  const declared: readonly string[] = [...COMMON_REFUSALS, ...endpoint.refusals];
  if (code !== undefined && !declared.includes(code))
    serving.ports.log.error({ requestId, endpoint: endpoint.name, code }, 'refusal not in the contract');
}
