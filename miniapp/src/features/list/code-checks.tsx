import type { List, Tally } from '@jikaotong/shared/lists';
import { Check } from '../../ui';
import { optionsOf } from './filter-words';
import type { ListState } from './use-list-state';

type Props = { list: List; name: string; state: ListState; tally: Tally | null };

/** The codes of a filter to tick, each with how many it would leave; those that nothing bears are left out. */
export function CodeChecks({ list, name, state: { asked, ask }, tally }: Props) {
  const on = asked[name]?.split(',') ?? [];
  return (
    <>
      {optionsOf(list, name, on, tally).map(({ code, name: called, count }) => (
        <Check
          key={code}
          id={`filter-${name}-${code}`}
          text={`${called}${count === null ? '' : `　${count}`}`}
          checked={on.includes(code)}
          onChange={(yes) => ask({ [name]: (yes ? [...on, code] : on.filter((one) => one !== code)).join(',') })}
        />
      ))}
    </>
  );
}
