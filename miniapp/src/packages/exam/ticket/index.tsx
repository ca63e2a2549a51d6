import { ExamToPhone } from '../../../features/calendar';
import { TicketScreen } from '../../../features/ticket';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <TicketScreen applicationId={id} calendar={<ExamToPhone applicationId={id} />} />;
}
