import { RankingScreen } from '../../../features/stage';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <RankingScreen id={id} />;
}
