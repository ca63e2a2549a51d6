import { ReferencesScreen } from '../../../features/notice';
import { usePageParams } from '../../../platform';

export default function ReferencesPage() {
  const { id = '' } = usePageParams();
  return <ReferencesScreen id={id} />;
}
