import { RowScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function RowPage() {
  const { id = '', row = null } = usePageParams();
  return <RowScreen id={id} rowId={row} />;
}
