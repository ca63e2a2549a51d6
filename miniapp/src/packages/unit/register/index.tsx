import { RegisterScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function RegisterPage() {
  const { id = null, body = null } = usePageParams();
  return <RegisterScreen id={id} bodyId={body} />;
}
