import { HelpScreen } from '../../../features/privacy';
import { useShare } from '../../../platform';

export default function HelpPage() {
  useShare('帮助与投诉', '/packages/privacy/help/index');
  return <HelpScreen />;
}
