import { AppliedHere, BeginApplication } from '../../../features/application';
import { SelfCheckScreen } from '../../../features/notice';
import { usePageParams, useShare } from '../../../platform';

export default function SelfCheckPage() {
  const { notice = '', offering } = usePageParams();
  useShare('我要报名', `/packages/notice/self-check/index?notice=${notice}${offering ? `&offering=${offering}` : ''}`);
  return (
    <SelfCheckScreen
      noticeId={notice}
      offeringCode={offering ?? null}
      begin={BeginApplication}
      mine={<AppliedHere noticeId={notice} />}
    />
  );
}
