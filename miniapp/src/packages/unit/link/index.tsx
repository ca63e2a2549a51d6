import { LinkScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function LinkPage() {
  const { id = '' } = usePageParams();
  return <LinkScreen id={id} />;
}
