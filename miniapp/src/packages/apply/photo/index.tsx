import { PhotoScreen, stepModeOf } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '', way } = usePageParams();
  return <PhotoScreen id={id} way={stepModeOf(way)} />;
}
