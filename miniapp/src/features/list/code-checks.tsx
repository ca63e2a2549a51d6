import { type List, codesIn } from '@jikaotong/shared/lists';
import type { Tally } from '@jikaotong/shared/lists';
import { listCodeWord } from '@jikaotong/shared/words';
import { Check } from '../../ui';
import type { ListState } from './use-list-state';

type Props = { list: List; name: string; state: ListState; tally: Tally | null };

/** The codes of a filter to tick, each with how many it would leave; those that nothing bears are left out. */
export function CodeChecks({ list, name, state: { asked, ask }, tally }: Props) {
  const filter = list.filters[name];
  if (filter?.by !== 'codes') return null;
  const on = asked[name]?.split(',') ?? [];
  const counts = tally?.by[name];
  const codes = codesIn(list.columns, filter).filter((code) => on.includes(code) || !counts || (counts[code] ?? 0) > 0);
  return (
    <>
      {codes.map((code) => (
        <Check
          key={code}
          id={`filter-${name}-${code}`}
          text={`${listCodeWord(list.name, filter.column, code)}${counts ? `　${counts[code] ?? 0}` : ''}`}
          checked={on.includes(code)}
          onChange={(yes) => ask({ [name]: (yes ? [...on, code] : on.filter((one) => one !== code)).join(',') })}
        />
      ))}
    </>
  );
}
