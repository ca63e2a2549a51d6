import type { Acts, Columns, Filters, List, Row } from '@jikaotong/shared/lists';
import type { ReactNode } from 'react';
import type { Tone } from '../../ui';
import type { Asked } from './use-list-state';

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
    /** Why it cannot be done yet. */
    readonly why?: string;
  };
  /** What the list shows when its address asks for nothing. */
  begin?: Asked;
  /** The acts that are offered; without, every one of the list. */
  actsOffered?: readonly (keyof A & string)[];
  /** What acts need to know beside the rows, asked for in the sheet before anything is done. */
  asks?: { readonly [K in keyof A & string]?: AskPart };
  /** What to say where there is nothing yet, or nothing left of what it begins with. */
  empty?: { readonly title: string; readonly text: string };
  /** What stands between the heading and the rows, such as a fresh invitation. */
  notice?: ReactNode;
};

/** `needs` null: not told yet, and so to `onChange`; `rows`: the chosen ones that are on the screen. */
export type AskProps = {
  readonly needs: unknown;
  readonly onChange: (needs: unknown) => void;
  readonly rows: readonly Row<Columns>[];
};
/** `onCount`: for how many it would be done. */
export type PreviewProps = {
  readonly id: string;
  readonly selectionId: string;
  readonly onCount: (count: number) => void;
};

/** How what an act needs is asked for. With a preview the choice is frozen first and shown before the act starts. */
export type AskPart = {
  readonly Form: (props: AskProps) => JSX.Element;
  readonly preview?: { readonly Part: (props: PreviewProps) => JSX.Element; readonly button: string };
};

/** The acts that are offered, in the order of the list. */
export const actsOf = ({ list, actsOffered }: Pick<ListProps, 'list' | 'actsOffered'>): readonly string[] =>
  Object.keys(list.acts).filter((act) => actsOffered?.includes(act) ?? true);

/** What a row is called by its first column. */
export function nameIn({ columns }: List, rowId: string, row: Readonly<Record<string, unknown>> | null): string {
  const [first] = Object.keys(columns);
  const shown = row && first ? row[first] : null;
  return typeof shown === 'string' ? shown : rowId.slice(-6);
}
