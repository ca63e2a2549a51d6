import { loadConfig } from '@jikaotong/bff/platform/config';
import { openServer } from '../../../bff/src/open-server';
import { serveParent } from '../serve-parent';

const limit = 1_000_000_000;

// The real back end; only its budgets of requests are out of the way, and jobs that nobody asked for.
const server = await openServer(loadConfig({}, process.env), {
  budgets: {
    read: limit,
    write: limit,
    'sign-in': limit,
    refresh: limit,
    'look-up': limit,
    upload: limit,
    photo: limit,
    heavy: limit,
    'stranger-heavy': limit,
  },
  ticking: false,
});
serveParent(server.url, () => server.close());
