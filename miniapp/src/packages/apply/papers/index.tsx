import { PapersScreen, stepModeOf } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '', way } = usePageParams();
  return <PapersScreen id={id} way={stepModeOf(way)} />;
}
