import { posters } from '@jikaotong/shared/contract';
import { posterStateWord } from '@jikaotong/shared/words';
import { open, useAnswer, useOnShow } from '../../platform';
import { Cell, Group, Heading, Loaded, Page } from '../../ui';

/** Every notice of one's body with its poster. */
export function PostersScreen() {
  const answer = useAnswer(posters.listPosters, {});
  useOnShow(() => answer.state === 'ready' && answer.refresh());
  return (
    <Page>
      <Heading title="海报">每份通知有一个固定的二维码，打印或转发后都可以扫。</Heading>
      <Loaded answer={answer}>
        {({ items }) => (
          <Group>
            {items.map((poster) => (
              <Cell
                key={poster.code}
                id={`poster-${poster.code}`}
                title={poster.title}
                value={posterStateWord(poster.state)}
                onTap={() => open('/packages/contest/poster/index', { code: poster.code })}
              />
            ))}
          </Group>
        )}
      </Loaded>
    </Page>
  );
}
