import { importedRecords } from '@jikaotong/shared/contract';
import { ImportScreen } from '../../../features/imported';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ImportPage() {
  const { body = '' } = usePageParams();
  return (
    <StaffOnly for={importedRecords.bansSheet.upload}>
      <ImportScreen bodyId={body} />
    </StaffOnly>
  );
}
