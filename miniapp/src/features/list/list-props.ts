import type { Acts, Columns, Filters, List, Row } from '@jikaotong/shared/lists';
import type { ReactNode } from 'react';
import type { Tone } from '../../ui';

/** What a screen adds to a declared list: its looks and where a row leads. */
export type ListProps<C extends Columns = Columns, F extends Filters = Filters, A extends Acts = Acts> = {
  list: List<C, F, A>;
  /** The body or event. */
  id: string;
  /** What one row is called when they are counted: 人, 条. */
  unit: string;
  /** A sentence under the title. */
  about: ReactNode;
  card: (row: Row<C>) => { title: ReactNode; note?: ReactNode; value?: ReactNode };
  /** The id of a row's element. */
  elementId: (row: Row<C>) => string;
  onOpen?: (row: Row<C>) => void;
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
  /** What to say where there is nothing yet. */
  empty?: { readonly title: string; readonly text: string };
  /** What stands between the heading and the rows, such as a fresh invitation. */
  notice?: ReactNode;
};
