import { counter } from '@jikaotong/shared/contract';
import { useEffect } from 'react';
import { replace, useAnswer } from '../../platform';
import { Empty, Loaded, Page } from '../../ui';

/** Opens the slip of a code; a dead code, or one of another body, is said to be none. */
export function SlipByCode({ code }: { code: string }) {
  const answer = useAnswer(counter.openSlip, { params: { code } });
  const id = answer.state === 'ready' ? answer.data.application.id : null;
  useEffect(() => {
    if (id) replace('/packages/staff/counter-desk/index', { id });
  }, [id]);
  const isUnknown = answer.state === 'refused' && answer.refusal.code === 'not-found';
  return (
    <Page>
      {isUnknown ? (
        <Empty title="没有这张报名单" action="返回现场受理" onAction={() => replace('/packages/staff/counter/index')}>
          编码可能输错了，考生可能重新生成过，或者这是其他机构的报名单。请让考生打开手机上最新的报名单。
        </Empty>
      ) : (
        <Loaded answer={answer}>{() => null}</Loaded>
      )}
    </Page>
  );
}
