import { RowsScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function RowsPage() {
  const { id = '', of = null } = usePageParams();
  return <RowsScreen id={id} of={of} />;
}
