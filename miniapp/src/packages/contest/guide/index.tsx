import { GuideScreen } from '../../../features/contest';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <GuideScreen id={id} />;
}
