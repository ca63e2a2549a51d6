import { SignedScansScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function SignedScansPage() {
  const { id = '' } = usePageParams();
  return <SignedScansScreen id={id} />;
}
