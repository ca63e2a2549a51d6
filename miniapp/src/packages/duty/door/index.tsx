import { DoorScreen } from '../../../features/invigilation';
import { usePageParams } from '../../../platform';

export default function DoorPage() {
  const { duty = '' } = usePageParams();
  return <DoorScreen dutyId={duty} />;
}
