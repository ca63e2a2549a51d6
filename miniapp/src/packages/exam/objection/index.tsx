import { ObjectionScreen } from '../../../features/objection';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { session = '', ticket = '' } = usePageParams();
  return <ObjectionScreen sessionId={session} ticket={ticket} />;
}
