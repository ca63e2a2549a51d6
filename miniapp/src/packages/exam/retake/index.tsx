import { RetakeScreen } from '../../../features/retake';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <RetakeScreen id={id} />;
}
