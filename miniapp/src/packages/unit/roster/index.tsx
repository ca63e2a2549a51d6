import { RosterScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function RosterPage() {
  const { id = '' } = usePageParams();
  return <RosterScreen id={id} />;
}
