import { JoinUnitScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function JoinPage() {
  const { token = '' } = usePageParams();
  return <JoinUnitScreen token={token} />;
}
