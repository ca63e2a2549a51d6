import type { EndpointSpec } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { nowOf } from '../clock';
import type { Handle } from '../db';
import type { Reply, Request } from './call';
import type { Ports } from './context';
import { envelopeOf, readRequest, sendReply, tagOf, takeBudget } from './exchange';
import { keptOf, sendKept } from './kept-reads';
import { API, type Route, routeOf } from './route';

/** What an answer to strangers may rest on: the day, never the hour; what is published, and nobody's own. */
export type PublishedCall<E extends EndpointSpec> = {
  readonly h: Handle;
  readonly now: { readonly day: LocalDate };
  readonly ports: Pick<Ports, 'config' | 'crypto'>;
  readonly input: Request<E>['input'];
};

/** Which answers are kept, where strangers may ask for more of them than there are things; all where nothing is said. */
type Keeps<E extends EndpointSpec> = {
  readonly asked?: (input: Request<E>['input']) => boolean;
  readonly reply?: (reply: Reply<E>) => boolean;
};

/**
 * A GET that anybody may send and that answers all alike: limit → parse → read { handler } → reply parse. From then on the
 * same bytes go out before any of that (see `answerKept`), until something published changes or the day ends.
 */
export function publishedQuery<E extends EndpointSpec & { readonly who: 'anybody'; readonly method: 'GET' }>(
  endpoint: E,
  handler: (ctx: PublishedCall<E>) => Promise<Reply<E>>,
  keeps?: Keeps<E>,
): Route;
export function publishedQuery(
  endpoint: EndpointSpec,
  handler: (ctx: PublishedCall<EndpointSpec>) => Promise<unknown>,
  keeps: Keeps<EndpointSpec> = {},
): Route {
  return routeOf(endpoint, 'query', async (exchange) => {
    const { ctx, serving, requestId } = exchange;
    await takeBudget(exchange, endpoint);
    const { input } = await readRequest(exchange, endpoint, null);
    const { config, crypto } = serving.ports;
    const read = (day: LocalDate): Promise<unknown> =>
      serving.db.readPublished((h) => handler({ h, now: { day }, ports: { config, crypto }, input }));
    if (keeps.asked?.(input) === false)
      return sendReply(exchange, endpoint, await read(nowOf(serving.ports.clock).day));
    const kept = await serving.kept.findOrMake(addressOf(endpoint, input), async (day) => {
      const draft = await read(day);
      const data = endpoint.reply.parse(draft);
      return keptOf(ctx, {
        route: `${API}${endpoint.path}`,
        etag: tagOf(data),
        requestId,
        text: JSON.stringify(envelopeOf(data, requestId)),
        isWorthIt: keeps.reply?.(draft) ?? true,
      });
    });
    sendKept(ctx, kept);
  });
}

/** One address for every spelling of a request, as `keptUrl` gives it for the plainest. */
function addressOf({ path }: EndpointSpec, { params, query }: Request<EndpointSpec>['input']): string {
  const named = new Map(entriesOf(params));
  const where = `${API}${path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(named.get(name) ?? ''))}`;
  const search = new URLSearchParams(entriesOf(query));
  search.sort();
  return search.size > 0 ? `${where}?${search.toString()}` : where;
}

const entriesOf = (given: unknown): [string, string][] =>
  typeof given === 'object' && given !== null
    ? Object.entries(given).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, String(value)]],
      )
    : [];
