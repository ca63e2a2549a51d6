import { FillScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function FillPage() {
  const { token = '' } = usePageParams();
  return <FillScreen token={token} />;
}
