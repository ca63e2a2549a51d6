import { SlipScreen } from '../../../features/counter';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <SlipScreen id={id} />;
}
