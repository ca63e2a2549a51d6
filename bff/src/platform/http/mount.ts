import { Router } from '@koa/router';
import type Koa from 'koa';
import { refuse } from './refusal';
import type { Route } from './route';
import type { Serving } from './serving';

/** Adds the routes; a path of ours with another method is 405, an unknown one goes on to what follows. */
export function mount(app: Koa, routes: readonly Route[], serving: Serving): void {
  const router = new Router();
  refuseTwins(routes);
  for (const route of routes)
    router.register(route.path, [route.method], async (ctx) => {
      ctx.state.route = route.path;
      await route.run({ ctx, params: plainParams(ctx.params), serving, requestId: String(ctx.state.requestId) });
    });
  app.use((ctx, next) => {
    refuseBadPath(ctx.path);
    const found = router.match(ctx.path, ctx.method);
    if (!found.route && found.path.length > 0) {
      ctx.set('Allow', [...new Set(found.path.flatMap((layer) => layer.methods))].join(', '));
      refuse('method-not-allowed');
    }
    return next();
  });
  app.use(router.routes());
}

/** Two features that claim one path are a bug that must not wait for the request. */
function refuseTwins(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const { method, path } of routes) {
    const name = `${method} ${path.replaceAll(/:\w+/g, ':')}`;
    if (seen.has(name)) throw new Error(`two routes serve ${name}`);
    seen.add(name);
  }
}

/** Percent signs that decode to nothing, or to NUL, would otherwise reach the handlers raw. */
function refuseBadPath(path: string): void {
  try {
    if (decodeURIComponent(path).includes('\0')) refuse('malformed-request');
  } catch {
    refuse('malformed-request');
  }
}

const plainParams = (params: Readonly<Record<string, string>>): Record<string, string> => ({ ...params });
