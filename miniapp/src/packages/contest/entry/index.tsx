import { EntryScreen } from '../../../features/contest';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '', claimed } = usePageParams();
  return <EntryScreen id={id} claimed={claimed === '1'} />;
}
