import { type Columns, type Row, markMeaning } from '@jikaotong/shared/lists';
import { listCellText } from '@jikaotong/shared/words';
import type { CSSProperties } from 'react';
import { fileAddress } from '../../../platform';
import { Tag } from '../../../ui';
import type { ListProps } from '../list-props';

type Props = Pick<ListProps, 'list' | 'tones' | 'elementId'> & {
  onOpen: ((row: Row<Columns>) => void) | undefined;
  keys: readonly string[];
  row: Row<Columns>;
  index: number;
  top: number;
  grid: CSSProperties;
  isActive: boolean;
  /** Null where nothing can be chosen. */
  isChosen: boolean | null;
  /** `isFar`: with the shift key, so that it is about all rows from the one pointed at before. */
  onChoose: (isFar: boolean) => void;
  onPoint: () => void;
};

/** One row of the table; a click opens it, the box at its left chooses it. */
export function DeskRow(props: Props) {
  const { list, keys, row, index, top, grid, isActive, isChosen, onChoose, onPoint, onOpen, elementId } = props;
  const open = (event: React.MouseEvent) => {
    if (event.shiftKey && isChosen !== null) {
      onChoose(true);
      return;
    }
    onPoint();
    onOpen?.(row);
  };
  const className = `desk-row${isActive ? ' desk-row--active' : ''}${isChosen === true ? ' desk-row--chosen' : ''}${onOpen ? ' desk-row--opens' : ''}`;
  return (
    // the keyboard walks the grid around the rows
    <div
      id={`row-${row.id}`}
      className={className}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen ?? undefined}
      style={{ ...grid, transform: `translateY(${top}px)` }}
      onClick={open}
      // with the shift key a range is chosen, not words
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      {isChosen === null ? null : (
        <span role="gridcell" className="desk-row__box" onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            className="desk-tick"
            id={`choose-${row.id}`}
            tabIndex={-1}
            aria-label="选择这一行"
            checked={isChosen}
            onChange={(event) => onChoose(hasShift(event.nativeEvent))}
          />
        </span>
      )}
      {keys.map((key, place) => (
        <span
          key={key}
          role="gridcell"
          {...(place === 0 ? { id: elementId(row) } : {})}
          className={`desk-row__cell${LOOKS[list.columns[key]?.kind ?? 'text'] ?? ''}`}
          title={listCellText(list, key, row[key])}
        >
          {list.columns[key]?.kind === 'named' || list.columns[key]?.kind === 'codes' ? (
            <span className="desk-row__lines">
              <CellWords {...props} column={key} />
            </span>
          ) : (
            <CellWords {...props} column={key} />
          )}
        </span>
      ))}
    </div>
  );
}

function CellWords({ list, row, tones, column }: Pick<Props, 'list' | 'row' | 'tones'> & { column: string }) {
  const value = row[column];
  if (list.columns[column]?.kind === 'picture')
    return typeof value === 'string' ? (
      <img className="desk-row__picture" src={fileAddress(value)} alt="" loading="lazy" />
    ) : null;
  const text = listCellText(list, column, value);
  const meant = typeof value === 'string' && list.columns[column]?.kind === 'mark' ? markMeaning(value) : value;
  const tone = typeof meant === 'string' ? tones?.[column]?.[meant] : undefined;
  if (tone) return <Tag text={text} tone={tone} />;
  const ending = list.columns[column]?.ending;
  return ending === undefined ? <>{text}</> : <Ended text={text} ending={ending} />;
}

/** Cut at its front, where it is too long. */
const Ended = ({ text, ending }: { text: string; ending: number }) => (
  <span className="desk-row__ended">
    <span className="desk-row__front">{text.slice(0, -ending)}</span>
    <span className="desk-row__ending">{text.slice(-ending)}</span>
  </span>
);

const hasShift = (event: Event): boolean => event instanceof MouseEvent && event.shiftKey;

/** Figures stand at the right; names that only the data knows may be long, and take two lines rather than be cut. */
const LOOKS: Readonly<Record<string, string>> = {
  number: ' desk-row__cell--number',
  mark: ' desk-row__cell--number',
  fen: ' desk-row__cell--number',
  named: ' desk-row__cell--long',
  codes: ' desk-row__cell--long',
};
