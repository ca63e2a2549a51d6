import { ConfirmRowScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function ConfirmPage() {
  const { id = '' } = usePageParams();
  return <ConfirmRowScreen id={id} />;
}
