import type { Columns, Row } from '@jikaotong/shared/lists';
import { Check } from '../../ui';
import type { ListProps } from './list-props';
import type { useChoice } from './use-choice';

type Props = Pick<ListProps, 'card' | 'elementId'> & {
  rows: readonly Row<Columns>[];
  chosen: ReturnType<typeof useChoice>;
};

/** The rows of a phone's list while some are being chosen. */
export const PickRows = ({ rows, chosen, card, elementId }: Props) => (
  <>
    {rows.map((row) => {
      const { title, note, picture } = card(row);
      return (
        <Check
          key={row.id}
          id={`choose-${elementId(row)}`}
          text={title}
          note={note}
          picture={picture ?? null}
          checked={chosen.has(row.id)}
          onChange={() => chosen.toggle(row.id)}
        />
      );
    })}
  </>
);
