import { breachCases } from '@jikaotong/shared/contract';
import { offeringWords, ownBreachStateWord } from '@jikaotong/shared/words';
import { open, useAnswer, useSignIn } from '../../platform';
import { Cell, Group, Loaded, NoticeBar, Page, Tag } from '../../ui';
import { SignInGate } from '../account';
import { BREACH_TONES } from './breach-tones';

/** What bodies told me of how I behaved. */
export function BreachesScreen() {
  const { phase } = useSignIn();
  if (phase === 'in') return <Mine />;
  return (
    <Page>
      <SignInGate why="登录后查看。">{null}</SignInGate>
    </Page>
  );
}

function Mine() {
  const answer = useAnswer(breachCases.listBreaches, {});
  return (
    <Page>
      <Loaded answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <NoticeBar tone="info">没有违纪告知和处理决定。</NoticeBar>
          ) : (
            <Group>
              {items.map(({ id, offering, sessionName, state }) => (
                <Cell
                  key={id}
                  id={`breach-${id}`}
                  title={offeringWords(offering)}
                  note={sessionName}
                  value={<Tag text={ownBreachStateWord(state)} tone={BREACH_TONES[state]} />}
                  onTap={() => open('/packages/exam/breach/index', { id })}
                />
              ))}
            </Group>
          )
        }
      </Loaded>
    </Page>
  );
}
