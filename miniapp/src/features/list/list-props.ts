import type { Acts, Columns, Filters, List, Row } from '@jikaotong/shared/lists';
import type { ReactNode } from 'react';
import type { Tone } from '../../ui';
import { type Asked, filtersIn } from './use-list-state';

/** `needs` null: not told yet; `rows`: the chosen ones that are on the screen. */
export type NeedsProps = {
  readonly needs: unknown;
  readonly onChange: (needs: unknown) => void;
  readonly rows: readonly Row<Columns>[];
};

/** What a screen adds to a declared list: its looks and where a row leads. */
export type ListProps<C extends Columns = Columns, F extends Filters = Filters, A extends Acts = Acts> = {
  list: List<C, F, A>;
  /** The body or event. */
  id: string;
  /** What one row is called when they are counted: 人, 条. */
  unit: string;
  /** A sentence under the title. */
  about: ReactNode;
  /** `picture` is the address of one that is shown while choosing. */
  card: (row: Row<C>) => { title: ReactNode; note?: ReactNode; value?: ReactNode; picture?: string | null };
  /** The id of a row's element. */
  elementId: (row: Row<C>) => string;
  /** `asked`: the filters and the sort under which it was found. */
  onOpen?: (row: Row<C>, asked: Asked) => void;
  /** Codes that are drawn as tags; of marks, what they mean. */
  tones?: { readonly [K in keyof C]?: Readonly<Record<string, Tone>> };
  /** Columns that a desk shows only when asked for. */
  asideAtDesk?: readonly (keyof C & string)[];
  /** The one next step of the screen. */
  action?: {
    readonly id: string;
    readonly text: string;
    readonly onTap: () => void;
    readonly busy?: boolean;
    readonly disabled?: boolean;
  };
  /** What the list shows when its address asks for nothing. */
  begin?: Asked;
  /** The acts that are offered; without, every one of the list. */
  actsOffered?: readonly (keyof A & string)[];
  /** What an act has to know beside the rows, asked for in the sheet before anything is done. */
  needsOf?: { readonly [K in keyof A & string]?: (props: NeedsProps) => ReactNode };
  /** What acts need to know, and what to show before one starts. */
  asks?: { readonly [K in keyof A]?: AskPart };
  /** What to say where there is nothing yet, or nothing left of what it begins with. */
  empty?: { readonly title: string; readonly text: string };
  /** What stands between the heading and the rows, such as a fresh invitation. */
  notice?: ReactNode;
};

/** How what an act needs is asked for, and what is shown of a frozen choice before it starts. */
export type AskPart = {
  /** `onChange` with null: not complete yet. */
  readonly Form: (props: { value: unknown; onChange: (needs: unknown) => void }) => JSX.Element;
  /** `onCount`: for how many it would be done. */
  readonly Preview: (props: { id: string; selectionId: string; onCount: (count: number) => void }) => JSX.Element;
};

/** The acts that are offered, in the order of the list. */
export const actsOf = ({ list, actsOffered }: Pick<ListProps, 'list' | 'actsOffered'>): readonly string[] =>
  Object.keys(list.acts).filter((act) => actsOffered?.includes(act) ?? true);

/** What stands where there are no rows. */
export function emptyWords({ begin = {}, empty }: Pick<ListProps, 'begin' | 'empty'>, asked: Asked) {
  const filters = filtersIn(asked);
  const isNarrowed = Object.keys(filters).length > 0 && JSON.stringify(filters) !== JSON.stringify(filtersIn(begin));
  return isNarrowed
    ? { title: '没有符合条件的', text: '换一个词，或去掉一些筛选。' }
    : (empty ?? { title: '还没有内容', text: '' });
}

/** What a row is called by its first column. */
export function nameIn({ columns }: List, rowId: string, row: Readonly<Record<string, unknown>> | null): string {
  const [first] = Object.keys(columns);
  const shown = row && first ? row[first] : null;
  return typeof shown === 'string' ? shown : rowId.slice(-6);
}
