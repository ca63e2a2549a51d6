import type { EntryDoubt } from '@jikaotong/shared/lists';
import { OTHER_GROUP } from '@jikaotong/shared/notice';
import { looksLikeTrial } from '@jikaotong/shared/rules/identity';

/** Those that are known when somebody enters; an open case comes and goes. */
type StoredDoubt = Exclude<EntryDoubt, 'case' | 'clear'>;
/** One condition as judged; the doubts of one that needs a person's judgement. */
type Judged = {
  readonly verdict: string;
  readonly doubts?: readonly { readonly data: Readonly<Record<string, unknown>> }[];
};

/**
 * Why an entry must be looked at by itself before it is accepted. That the declared group is to be confirmed is not
 * among them where the notice lists that group: this is what several are accepted together for.
 */
export function entryDoubtsOf(given: {
  readonly name: string;
  readonly entrantGroup: string;
  readonly routes: readonly Judged[];
  readonly isPhotoGrey: boolean;
}): readonly StoredDoubt[] {
  const { name, entrantGroup, routes, isPhotoGrey } = given;
  const asked = routes.flatMap(({ doubts = [] }) => doubts);
  const all: readonly (readonly [StoredDoubt, boolean])[] = [
    ['group', entrantGroup === OTHER_GROUP],
    ['condition', asked.some(({ data }) => data['statement'] !== 'listed-group')],
    ['photo-grey', isPhotoGrey],
    ['trial-name', looksLikeTrial(name)],
  ];
  return all.flatMap(([doubt, is]) => (is ? [doubt] : []));
}
