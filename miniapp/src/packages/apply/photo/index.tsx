import { PhotoScreen, wayOf } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '', way } = usePageParams();
  return <PhotoScreen id={id} way={wayOf(way)} />;
}
