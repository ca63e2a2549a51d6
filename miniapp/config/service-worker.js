// What a browser keeps so that the app opens without a network: the app itself, and what a candidate last saw of their
// own. The build puts `BUILD` and `PAGES` before it (see `service-worker-plugin.cjs`).
/* global BUILD, PAGES */

const SHELL = `shell-${BUILD}`;
/** Answers for anybody, and those for whoever is signed in: the latter go when they sign out. */
const PUBLIC = 'public';
const MINE = 'mine';
/** Where the page says whose MINE is; it is not there for staff, and goes with the rest when somebody signs out. */
const OWNER = '/offline/account';
/** Reads that are of use without a network; nothing of staff's, no papers and no pictures. A ticket keeps itself. */
const PUBLIC_READS = /^\/api\/v1\/(notices(\/[^/]+)?|openings|calendar-years|verification-keys|demonstration)$/;
const MY_READS = /^\/api\/v1\/(applications|entries|registrations)(\/[^/]+)?$/;
/** So many answers are kept of either kind, the oldest go first. */
const MOST = 40;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(['/', ...PAGES])));
});

/** What an older build left is of no use to anybody: a page that comes from the network asks for the new files. */
self.addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith('shell-') && name !== SHELL;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (/^\/(js|css|static)\//.test(url.pathname)) event.respondWith(asset(event, request));
  else if (PUBLIC_READS.test(url.pathname)) event.respondWith(fresh(event, request, PUBLIC));
  else if (MY_READS.test(url.pathname)) event.respondWith(fresh(event, request, MINE));
});

/** Always the newest page while there is a network. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await kept(SHELL, '/');
    if (found) return found;
    throw error;
  }
}

/** Names of assets bear a hash of what is in them, so what is kept is what would come. */
async function asset(event, request) {
  const found = await kept(SHELL, request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) event.waitUntil(put(SHELL, request, answer.clone()));
  return answer;
}

/** What the network says, or without one what it said last. */
async function fresh(event, request, name) {
  const owner = await ownerNow();
  // a page asks for what is mine without a token only when the sign-in could not be renewed: nobody is there to answer
  const left = name === MINE && !request.headers.has('Authorization') ? await kept(name, request) : undefined;
  if (left) return left;
  try {
    const answer = await fetch(request);
    if (isWorthKeeping(answer) && (name === PUBLIC || owner !== null))
      event.waitUntil(keep(name, request, answer.clone(), owner));
    return answer;
  } catch (error) {
    const found = await kept(name, request);
    if (found) return found;
    throw error;
  }
}

const isWorthKeeping = (answer) =>
  answer.status === 200 && (answer.headers.get('Content-Type') || '').startsWith('application/json');

async function keep(name, request, answer, owner) {
  await put(name, request, answer);
  // whoever it was for has signed out while it came
  if (name === MINE && (await ownerNow()) !== owner) await forgetOne(name, request);
  else await forgetOldest(name);
}

async function forgetOne(name, request) {
  const cache = await caches.open(name);
  await cache.delete(request, { ignoreVary: true });
  if ((await cache.keys()).length === 0) await caches.delete(name);
}

async function forgetOldest(name) {
  const cache = await caches.open(name);
  const answers = (await cache.keys()).filter(({ url }) => !url.endsWith(OWNER));
  await Promise.all(answers.slice(0, Math.max(0, answers.length - MOST)).map((old) => cache.delete(old)));
}

async function ownerNow() {
  const said = await kept(MINE, OWNER);
  return said ? (await said.json()).id : null;
}

const put = async (name, request, answer) => (await caches.open(name)).put(request, dated(name, answer));

/** What stands for the network's answer one day says when it was that: the page tells it (`http.ts`). */
function dated(name, answer) {
  if (name === SHELL) return answer;
  const headers = new Headers(answer.headers);
  headers.set('X-Kept-At', String(Date.now()));
  return new Response(answer.body, { status: answer.status, headers });
}

/** Who asks stands in a header, by which answers are not told apart here; a cache that is not there is not made. */
const kept = async (name, request) => caches.match(request, { cacheName: name, ignoreVary: true });
