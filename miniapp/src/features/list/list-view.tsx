import type { Acts, Columns, Filters } from '@jikaotong/shared/lists';
import { ListCards } from './list-cards';
import type { ListProps } from './list-props';

/** A list as a phone shows it. */
export function ListView<C extends Columns, F extends Filters, A extends Acts>(props: ListProps<C, F, A>): JSX.Element;
export function ListView(props: ListProps): JSX.Element {
  return <ListCards {...props} />;
}
