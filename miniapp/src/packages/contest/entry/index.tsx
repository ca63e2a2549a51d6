import { EntryScreen } from '../../../features/contest';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <EntryScreen id={id} />;
}
