import { importedList } from '@jikaotong/shared/lists';
import { ImportedListScreen } from '../../../features/imported';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ImportedPage() {
  const { body = '' } = usePageParams();
  return (
    <StaffOnly for={importedList.rows}>
      <ImportedListScreen bodyId={body} />
    </StaffOnly>
  );
}
