import { MarkingScreen } from '../../../features/judging';
import { usePageParams } from '../../../platform';

export default function MarkingPage() {
  const { id = '' } = usePageParams();
  return <MarkingScreen id={id} />;
}
