type Params = Readonly<Record<string, string | undefined>>;
/** A page with what it is opened with. */
export type Address = { readonly path: `/${string}`; readonly params: Params };

const WORKBENCH: Address = { path: '/packages/staff/home/index', params: {} };
const ME: Address = { path: '/pages/me/index', params: {} };
const sessionPage = (id: string): Address => ({ path: '/packages/staff/session/index', params: { id } });

/** Whom these pages of staff lie below, where that is neither their session nor the workbench. */
const ABOVE: Readonly<Record<string, Address>> = {
  'packages/staff/home/index': ME,
  'packages/duty/today/index': ME,
  'packages/duty/join/index': ME,
  'packages/duty/door/index': { path: '/packages/duty/today/index', params: {} },
  'packages/staff/calendar-year/index': { path: '/packages/staff/calendar-years/index', params: {} },
  'packages/publishing/notices/index': WORKBENCH,
};

const OF_STAFF =
  /^packages\/(staff|review|scores|planning|duty|conduct|award|body|publishing)\/|^packages\/unit\/(judge|units)\//;

/** Where the way back from a page leads that was entered directly; null: to the notices. */
export function parentOf(path: string, params: Params): Address | null {
  const page = (path.split('?')[0] ?? '').replace(/^\//, '');
  const above = ABOVE[page];
  if (above) return above;
  if (!OF_STAFF.test(page) || page === 'packages/staff/invitation/index') return null;
  if (page.startsWith('packages/publishing/')) return { path: '/packages/publishing/notices/index', params: {} };
  const session = page.startsWith('packages/planning/') ? params['id'] : params['session'];
  return session ? sessionPage(session) : WORKBENCH;
}
