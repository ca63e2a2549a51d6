import { ObjectionAnswerScreen } from '../../../features/objection';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { receipt = '' } = usePageParams();
  return <ObjectionAnswerScreen receipt={receipt} />;
}
