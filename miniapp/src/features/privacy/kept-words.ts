import type { PeriodView } from '@jikaotong/shared/contract';
import { type HeldKind, periodKindOf } from '@jikaotong/shared/rules/retention';
import { basisWords, fullDayWords, keepWords } from '@jikaotong/shared/words';

type Handler = { readonly name: string; readonly periods: readonly PeriodView[] };

/**
 * How long a kind is kept, by the bodies that handle it: the period of the only one, or the usual one with those of the
 * bodies that have their own; and what they have announced.
 */
export function keptWords(kind: HeldKind, handlers: readonly Handler[]): string {
  const by = periodKindOf(kind);
  const set = handlers.flatMap(({ name, periods }) =>
    periods.filter((period) => period.kind === by).map((period) => ({ name, ...period })),
  );
  const [only] = handlers.length === 1 ? set : [];
  const first = `保存：${keepWords(kind, only?.own)}（${basisWords(kind, only?.own)}）。`;
  const others = only ? [] : set.filter(({ own }) => own);
  return [
    first,
    ...others.map(({ name, own }) => `${name}：${keepWords(kind, own)}（${basisWords(kind, own)}）。`),
    ...set.flatMap(({ name, announced }) =>
      announced
        ? [
            `${only ? '' : name}${fullDayWords(announced.from)}起改为保存${keepWords(kind, announced.own)}（${basisWords(kind, announced.own)}）。`,
          ]
        : [],
    ),
  ].join('');
}
