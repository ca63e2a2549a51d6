import { BasisScreen, wayOf } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '', way } = usePageParams();
  return <BasisScreen id={id} way={wayOf(way)} />;
}
