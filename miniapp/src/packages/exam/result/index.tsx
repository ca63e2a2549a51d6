import { ResultScreen } from '../../../features/result';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <ResultScreen applicationId={id} />;
}
