import { EraseScreen } from '../../../features/privacy';
import { usePageParams } from '../../../platform';

export default function EnrolmentPage() {
  const { id = '' } = usePageParams();
  return <EraseScreen id={id} />;
}
