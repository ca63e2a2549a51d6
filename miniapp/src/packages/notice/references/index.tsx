import { ReferencesScreen } from '../../../features/notice';
import { usePageParams, useShare } from '../../../platform';

export default function ReferencesPage() {
  const { id = '' } = usePageParams();
  useShare('报考须知', `/packages/notice/references/index?id=${id}`);
  return <ReferencesScreen id={id} />;
}
