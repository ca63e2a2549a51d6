import { RulesScreen } from '../../../features/privacy';
import { usePageParams } from '../../../platform';

export default function RulesPage() {
  const { body = null } = usePageParams();
  return <RulesScreen bodyId={body} />;
}
