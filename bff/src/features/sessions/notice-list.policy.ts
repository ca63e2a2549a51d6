import type { NoticeFacets, NoticeSummary } from '@jikaotong/shared/contract';
import { sameText } from '@jikaotong/shared/kernel';
import { NOTICE_STATES } from '@jikaotong/shared/rules/progress';
import { offeringWords } from '@jikaotong/shared/words';

/** By what a visitor narrows the list of notices; every wish must hold. */
export type NoticeWishes = {
  readonly kind?: NoticeSummary['kind'] | undefined;
  readonly bodyId?: string | undefined;
  readonly state?: NoticeSummary['nearest']['state'] | undefined;
  readonly place?: string | undefined;
  readonly q?: string | undefined;
};

/** A notice of the list with `printed`, all its text: searched, never sent. */
export type Listed = NoticeSummary & { readonly printed?: string };

type Wish = keyof NoticeWishes;

const holds: { readonly [W in Wish]: (notice: Listed, wanted: NonNullable<NoticeWishes[W]>) => boolean } = {
  kind: (notice, kind) => notice.kind === kind,
  bodyId: (notice, bodyId) => notice.bodyId === bodyId,
  state: (notice, state) => notice.nearest.state === state,
  place: (notice, place) => notice.places.includes(place),
  q: (notice, words) => isNamed(notice, words) || sameText(notice.printed ?? '').includes(sameText(words)),
};

/** Whether words stand in what a notice is called and what one applies for: title, body, occupation, work type, level. */
const isNamed = ({ title, bodyName, offerings }: Listed, words: string): boolean =>
  [title, bodyName, ...offerings.map(offeringWords)].some((name) => sameText(name).includes(sameText(words)));

/** Those that bear the words in their names first: a 四级 that is only a condition somewhere is not what one looks for. */
export const namedFirst = (notices: readonly Listed[], words: string): Listed[] =>
  notices.toSorted((a, b) => Number(isNamed(b, words)) - Number(isNamed(a, words)));

/** The notices that meet every wish, or every wish but one. */
export const narrowed = (notices: readonly Listed[], wishes: NoticeWishes, but?: Wish): Listed[] =>
  notices.filter(
    (notice) =>
      meets(notice, wishes, 'kind', but) &&
      meets(notice, wishes, 'bodyId', but) &&
      meets(notice, wishes, 'state', but) &&
      meets(notice, wishes, 'place', but) &&
      meets(notice, wishes, 'q', but),
  );

function meets<W extends Wish>(notice: Listed, wishes: NoticeWishes, wish: W, but: Wish | undefined): boolean {
  const wanted = wishes[wish];
  return wish === but || wanted === undefined || holds[wish](notice, wanted);
}

/** The wish for a body or a place that no notice has; null when there is none such. */
export function unknownWish(notices: readonly NoticeSummary[], { bodyId, place }: NoticeWishes): Wish | null {
  if (bodyId !== undefined && !notices.some((notice) => notice.bodyId === bodyId)) return 'bodyId';
  return place !== undefined && !notices.some(({ places }) => places.includes(place)) ? 'place' : null;
}

/** What may be chosen of each wish while the others stay, with how many notices it would show; the chosen value too. */
export function facetsOf(notices: readonly Listed[], wishes: NoticeWishes): NoticeFacets {
  const names = new Map(notices.map(({ bodyId, bodyName }) => [bodyId, bodyName]));
  const states = tally(
    narrowed(notices, wishes, 'state').map(({ nearest }) => nearest.state),
    wishes.state,
  );
  return {
    bodies: tally(
      narrowed(notices, wishes, 'bodyId').map(({ bodyId }) => bodyId),
      wishes.bodyId,
    ).map((found) => {
      return { ...found, name: names.get(found.value) ?? '' };
    }),
    kinds: tally(
      narrowed(notices, wishes, 'kind').map(({ kind }) => kind),
      wishes.kind,
    ),
    states: states.toSorted((a, b) => NOTICE_STATES.indexOf(a.value) - NOTICE_STATES.indexOf(b.value)),
    places: tally(
      narrowed(notices, wishes, 'place').flatMap(({ places }) => places),
      wishes.place,
    ),
  };
}

/** Each value once, the most frequent first; the chosen one also when nothing shows it. */
function tally<V extends string>(values: readonly V[], chosen: V | undefined): { value: V; count: number }[] {
  const counts = new Map<V, number>(chosen === undefined ? [] : [[chosen, 0]]);
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** What one can do something about first, then the newest. */
export const byUse = (a: NoticeSummary, b: NoticeSummary): number =>
  NOTICE_STATES.indexOf(a.nearest.state) - NOTICE_STATES.indexOf(b.nearest.state) ||
  b.year - a.year ||
  (a.id < b.id ? -1 : 1);
