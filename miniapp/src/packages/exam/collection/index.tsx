import { CollectionScreen } from '../../../features/certificate';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <CollectionScreen applicationId={id} />;
}
