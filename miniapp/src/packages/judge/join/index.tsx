import { JoinScreen } from '../../../features/judging';
import { usePageParams } from '../../../platform';

export default function JoinPage() {
  const { token = '' } = usePageParams();
  return <JoinScreen token={token} />;
}
