import { GroupSlipScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function GroupSlipPage() {
  const { id = '' } = usePageParams();
  return <GroupSlipScreen id={id} />;
}
