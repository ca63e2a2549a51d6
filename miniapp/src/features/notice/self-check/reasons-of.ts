import type { Clause } from '@jikaotong/shared/kernel';
import type { DoubtCode, ShortfallCode } from '@jikaotong/shared/rules/eligibility';
import { doubtSentence, factWord, shortfallSentence } from '@jikaotong/shared/words';
import { type SpanBar, spanBarOf } from './span-bar';

type Reason<C> = { readonly code: C; readonly data: Readonly<Record<string, unknown>>; readonly source: Clause };
type Judged =
  | { readonly verdict: 'eligible' }
  | { readonly verdict: 'needs-review'; readonly doubts: readonly Reason<DoubtCode>[] }
  | { readonly verdict: 'undecided'; readonly missing: readonly string[] }
  | { readonly verdict: 'ineligible'; readonly shortfalls: readonly Reason<ShortfallCode>[] };

/** `way`: where individuals apply, for who judges depends on it. Why a condition stands as it does, each reason with the clause it rests on; what is not known yet rests on none. */
export function reasonsOf(
  route: Judged,
  way = 'online',
): readonly { sentence: string; source: Clause | null; bar?: SpanBar | null }[] {
  switch (route.verdict) {
    case 'eligible':
      return [];
    case 'needs-review':
      return route.doubts.map(({ code, data, source }) => ({
        sentence: doubtSentence(code, { ...data, way }),
        source,
      }));
    case 'ineligible':
      return route.shortfalls.map(({ code, data, source }) => ({
        sentence: shortfallSentence(code, data),
        source,
        bar: spanBarOf(code, data),
      }));
    case 'undecided':
      return [{ sentence: `还需要知道：${route.missing.map((fact) => factWord(fact)).join('、')}`, source: null }];
  }
}
