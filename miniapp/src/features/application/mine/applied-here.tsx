import { offeringWords, progressWord } from '@jikaotong/shared/words';
import { open, useSignIn } from '../../../platform';
import { Cell, Group } from '../../../ui';
import { isEnded } from '../progress-steps';
import { useMyApplications } from './use-my-applications';

/** One's applications under a notice that still run, before one is asked again; nothing where there are none. */
export function AppliedHere({ noticeId }: { noticeId: string }) {
  const { phase } = useSignIn();
  const mine = useMyApplications({ enabled: phase === 'in' });
  if (mine.state !== 'ready') return null;
  const here = mine.data.page.items.filter((one) => one.noticeId === noticeId && !isEnded(one.progress.stage));
  if (here.length === 0) return null;
  return (
    <Group title="您在这份通知的报名">
      {here.map(({ id, offering, sessionName, progress }) => (
        <Cell
          key={id}
          id={`applied-${id}`}
          title={offeringWords(offering)}
          note={sessionName}
          value={progressWord(progress)}
          onTap={() => open('/packages/apply/detail/index', { id })}
        />
      ))}
    </Group>
  );
}
