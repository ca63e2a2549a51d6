import type { StagePreview } from '@jikaotong/shared/contract';
import { Cell, Group } from '../../ui';

type Props = {
  tie: Pick<StagePreview['ties'][number], 'entrants' | 'from'>;
  order: readonly number[];
  onChange: (order: readonly number[]) => void;
};

/** Those of a full tie, tapped one after the other, the best first. */
export const TieOrder = ({ tie, order, onChange }: Props) => (
  <Group title="按先后依次点选">
    {tie.entrants.map(({ number, name }) => (
      <Cell
        key={number}
        id={`order-${number}`}
        title={`${number}号 ${name}`}
        value={order.includes(number) ? `第${tie.from + order.indexOf(number)}名` : '点选'}
        onTap={() => onChange(order.includes(number) ? order.filter((one) => one !== number) : [...order, number])}
      />
    ))}
  </Group>
);
