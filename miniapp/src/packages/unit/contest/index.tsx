import { ContestGroupScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function ContestGroupPage() {
  const { id = '' } = usePageParams();
  return <ContestGroupScreen id={id} />;
}
