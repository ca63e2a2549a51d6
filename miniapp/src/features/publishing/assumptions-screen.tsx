import { publishing } from '@jikaotong/shared/contract';
import { back, useAnswer, useCommand } from '../../platform';
import { BigButton, Check, Empty, Group, Heading, Loaded, RefusalMessage, Page } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import { byReason } from './by-reason';

/** What nobody printed: each reason is read and ticked by a person, whose name stands beside it. */
export function AssumptionsScreen({ id }: { id: string }) {
  const answer = useAnswer(publishing.getNoticeDraft, { params: { id } });
  const settle = useCommand(publishing.confirmAssumption);
  const today = useToday();
  if (answer.state !== 'ready')
    return (
      <Page>
        <Loaded answer={answer}>{() => null}</Loaded>
      </Page>
    );
  const groups = byReason(answer.data.assumptions);
  const open = groups.filter(({ by }) => by === null).length;
  const tick = (paths: readonly string[], confirmed: boolean) =>
    void settle.run({ params: { id }, body: { paths: [...paths], confirmed } });
  const rows = (known: boolean) =>
    groups
      .map((group, place) => ({ ...group, place }))
      .filter((group) => group.known === known)
      .map(({ reason, paths, by, at, place }) => (
        <Check
          key={reason}
          id={`assumption-${place}`}
          text={reason}
          note={[
            by === null ? '' : `${by} ${at === null ? '' : momentWords(at, today)} 确认`,
            paths.length > 1 ? `用在 ${paths.length} 处` : '',
          ]
            .filter((part) => part !== '')
            .join('；')}
          checked={by !== null}
          onChange={(yes) => tick(paths, yes)}
        />
      ));
  const [fresh, known] = [rows(false), rows(true)];
  return (
    <Page
      action={
        <BigButton
          id="assumptions-done"
          text={open > 0 ? `还有 ${open} 条没有确认` : '都确认了，返回'}
          busy={settle.busy}
          disabled={open > 0}
          onTap={back}
        />
      }
    >
      <Heading title="推定的内容">
        通知没有写明的，按下面的理由处理。逐条看过再打勾，谁在什么时候确认的会留下记录。
      </Heading>
      <RefusalMessage refusal={settle.refusal} />
      {groups.length === 0 ? <Empty title="没有推定的内容">这份通知都写明了。</Empty> : null}
      {fresh.length > 0 ? <Group title="新的推定">{fresh}</Group> : null}
      {known.length > 0 ? <Group title="现在的版本也这样推定">{known}</Group> : null}
    </Page>
  );
}
