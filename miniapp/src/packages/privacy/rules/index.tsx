import { RulesScreen } from '../../../features/privacy';
import { usePageParams, useShare } from '../../../platform';

export default function RulesPage() {
  const { body = null } = usePageParams();
  useShare('个人信息处理规则', `/packages/privacy/rules/index${body ? `?body=${body}` : ''}`);
  return <RulesScreen bodyId={body} />;
}
