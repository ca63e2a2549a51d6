import { type ReplyOf, applications } from '@jikaotong/shared/contract';
import { type Answer, type PartlyRead, partlyRead, useAnswer } from '../../../platform';

/**
 * All of one's applications: whoever has more than a page of them may have something to do about the last. One that a
 * newer server wrote does not hide the others.
 */
export const useMyApplications = ({ enabled = true }: { enabled?: boolean } = {}): Answer<
  PartlyRead<ReplyOf<typeof applications.listMyApplications>>
> =>
  partlyRead(
    applications.listMyApplications,
    useAnswer(applications.listMyApplications, { query: { limit: 200 } }, { enabled, whole: true }),
  );
