import { RegisterScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function RegisterPage() {
  const { id = null } = usePageParams();
  return <RegisterScreen id={id} />;
}
