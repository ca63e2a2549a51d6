import { everyEndpoint } from '../support/every-endpoint';
import { C25 } from '../support/contest-entry';
import { type Answer, dataOf, itemsOf } from './answer';
import type { Ask } from './ask';
import type { GoldenCaller } from './callers';
import { C24 } from './story/competitions';

/** Ids that everybody asks for once, so that a refusal is in the answers too. */
export type Examples = { readonly application: string; readonly entry: string; readonly session: string };

const B26 = 'bspia-2026-certification';
const forms = ['/forms/application-form', '/forms/work-commitment-letter'];
const paged = '?limit=20';

/** Asks everything that concerns this actor; what comes back leads on to the next question. */
export const askEverything = async (
  ask: Ask,
  actor: GoldenCaller,
  examples: Examples,
): Promise<Record<string, Answer>> => {
  const answers: Record<string, Answer> = {};
  const get = async (path: string): Promise<Answer> => (answers[path] ??= await ask(path));
  const each = async (paths: readonly string[]) => {
    for (const path of paths) await get(path);
  };
  const ids = async (path: string, field = 'id'): Promise<string[]> =>
    itemsOf(await get(path)).flatMap((item) => textAt(item, field));
  const withExample = (found: readonly string[], example: string) =>
    found.includes(example) ? found : [...found, example];

  await get('/me');
  await askAsVisitor({ get, each, ids }, 'visitor' in actor);
  if ('staff' in actor) await askAsStaff({ get, each, ids }, examples);
  const mine = await ids(`/applications${paged}`);
  for (const id of mine) {
    const at = `/applications/${id}`;
    const parts = ['', '/order', '/ticket', '/ticket.pdf', '/result', '/certificate', '/certificate.pdf'];
    await each([...parts, '/session-change', '/slip', '/slip.pdf', ...forms].map((part) => at + part));
  }
  if (!mine.includes(examples.application))
    await each(['', '/order', '/forms/application-form'].map((part) => `/applications/${examples.application}${part}`));
  for (const id of withExample(await ids('/entries'), examples.entry)) await get(`/entries/${id}`);
  await each(['/registrations', `/contests/${C24}/registration`, `/contests/${C25}/known-entrant`]);
  await each([`/messages${paged}`, '/calendar', '/calendar/file', '/calendar/feed', `/notices/${B26}/following`]);
  await each(actor.secrets ?? []);
  const qrs = mine.flatMap((id) => textAt(dataOf(answers[`/applications/${id}/ticket`] ?? nothing), 'qr'));
  await each(qrs.map((token) => `/tickets/verification?token=${encodeURIComponent(token)}`));
  const certificates = mine.flatMap((id) =>
    textAt(dataOf(answers[`/applications/${id}/certificate`] ?? nothing), 'qr'),
  );
  await each(certificates.map((token) => `/certificates/verification?token=${encodeURIComponent(token)}`));
  await each([...filesIn(answers)].map((id) => `/files/${id}/link`));
  return answers;
};

type Asking = {
  get: (path: string) => Promise<Answer>;
  each: (paths: readonly string[]) => Promise<void>;
  ids: (path: string, field?: string) => Promise<string[]>;
};

const askAsVisitor = async ({ each, ids }: Asking, isVisitor: boolean) => {
  if (!isVisitor) return;
  await each([
    '/demonstration',
    '/verification-keys',
    '/calendar-years',
    '/notices?kind=competition',
    '/notices?q=北京',
  ]);
  for (const id of await ids('/notices')) {
    await each(['', '/text', '/versions', '/versions/1', '/sessions'].map((part) => `/notices/${id}${part}`));
    for (const session of await ids(`/notices/${id}/sessions`))
      await each([`/sessions/${session}`, `/sessions/${session}/publicity${paged}`]);
  }
  await each([`/contests/${C24}`, `/contests/${C25}`]);
};

const askAsStaff = async ({ get, each, ids }: Asking, examples: Examples) => {
  await each(['bspia', 'shqbxh'].map((id) => `/staff/bodies/${id}`));
  await each(['/staff/failed-jobs', '/staff/notices', '/staff/counter/sessions']);
  const drafts = itemsOf(await get('/staff/notices')).map((item) => Reflect.get(Object(item), 'draft'));
  await each(drafts.flatMap((draft) => textAt(draft, 'id')).map((id) => `/staff/notice-drafts/${id}`));
  for (const id of new Set([...(await ids('/staff/sessions')), examples.session])) {
    const at = `/staff/sessions/${id}`;
    const lists = ['seats', 'scores', 'certificates'].map((list) => `${at}/${list}${paged}`);
    await each([at, `${at}/counts`, ...lists, `${at}/score-reviews`, `${at}/score-template.xlsx`]);
    await each([`${at}/change-preview`, `${at}/change-preview?examStart=2026-12-19&examEnd=2026-12-19`]);
  }
  const states = ['submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'lapsed', 'void'];
  await each(states.map((state) => `/staff/applications${paged}&state=${state}`));
  await each([`/staff/applications${paged}&q=王`, `/staff/applications${paged}&sessionId=${examples.session}`]);
  for (const id of new Set([...(await ids(`/staff/applications${paged}`)), examples.application]))
    await each([`/staff/applications/${id}`, `/applications/${id}/ticket.pdf`]);
  const orderStates = ['open', 'settled', 'lapsed', 'cancelled'];
  await each([`/staff/orders${paged}`, ...orderStates.map((state) => `/staff/orders${paged}&state=${state}`)]);
  await each(['open', 'resolved'].map((state) => `/staff/cases${paged}&state=${state}`));
  await each([`/staff/counter/applications${paged}&of=waiting`, `/staff/counter/applications${paged}&of=today`]);
  for (const id of await ids(`/staff/counter/applications${paged}&of=all`, 'applicationId')) {
    await each(['', '/forms/application-form'].map((part) => `/staff/counter/applications/${id}${part}`));
  }
  for (const contest of [C24, C25]) {
    const at = `/staff/contests/${contest}`;
    await each([`${at}/entries${paged}&only=undecided`, `${at}/entries/sheet`, `${at}/list-template.xlsx`]);
    for (const id of await ids(`${at}/entries${paged}`)) await get(`/staff/entries/${id}`);
  }
  await get(`/staff/entries/${examples.entry}`);
  for (const code of await ids('/staff/posters', 'code'))
    await each([`/posters/${code}`, `/staff/posters/${code}/pdf`, `/staff/posters/${code}/png`]);
};

const nothing: Answer = { status: 0, type: '', body: null };
const textAt = (value: unknown, field: string): string[] => {
  const found: unknown = Reflect.get(Object(value), field);
  return typeof found === 'string' ? [found] : [];
};

/** The ids of files that stand in answers: whatever has an id beside a type and a size, and what is named so. */
const filesIn = (value: unknown, found = new Set<string>()): Set<string> => {
  if (typeof value !== 'object' || value === null) return found;
  if ('url' in value || ('type' in value && 'bytes' in value)) for (const id of textAt(value, 'id')) found.add(id);
  for (const [name, inner] of Object.entries(value))
    if (/fileid$/i.test(name) && typeof inner === 'string') found.add(inner);
    else filesIn(inner, found);
  return found;
};

/** GET endpoints that no question reaches; the golden answers must leave none out. */
export const unasked = (paths: readonly string[]): string[] => {
  const asked = paths.map((path) => path.split('?')[0] ?? '');
  return everyEndpoint
    .filter(({ method }) => method === 'GET')
    .filter(({ path }) => {
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);
      return !asked.some((one) => pattern.test(one));
    })
    .map(({ name }) => name);
};
