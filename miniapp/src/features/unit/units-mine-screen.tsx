import { units } from '@jikaotong/shared/contract';
import { unitStateWord } from '@jikaotong/shared/words';
import { open, reloadScreens, useAnswer, useOnShow, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, Page, Tag } from '../../ui';
import { SignInGate } from '../account';
import { UNIT_TONES } from './unit-tones';

/** The units that one acts for; `bodyId`: the body whose notice led here. */
export function UnitsMineScreen({ bodyId }: { bodyId: string | null }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <Mine bodyId={bodyId} />;
  return (
    <Page>
      <SignInGate why="登录后为单位的人员集体报名。">{null}</SignInGate>
    </Page>
  );
}

function Mine({ bodyId }: { bodyId: string | null }) {
  const register = () => open('/packages/unit/register/index', bodyId === null ? {} : { body: bodyId });
  const answer = useAnswer(units.listMyUnits, {});
  useOnShow(() => void reloadScreens());
  return (
    <Page action={<BigButton id="register-unit" text="登记单位" onTap={register} />}>
      <Heading title="单位报名">企业、院校、培训机构为自己的人员集体报名，先登记单位，协会审核通过后交名单。</Heading>
      <Group>
        <Cell
          id="claim-row"
          title="单位替我报了名"
          note="找到自己的报名，核对并确认"
          onTap={() => open('/packages/unit/claim/index')}
        />
      </Group>
      <Loaded answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Group foot="同事已经登记过的，请同事邀请您做经办人，不要重复登记。">
              <Cell title="还没有登记单位" note="准备好统一社会信用代码和营业执照（或法人证书）的照片" />
            </Group>
          ) : (
            <Group title="我经办的单位">
              {items.map(({ id, name, bodyName, state }) => (
                <Cell
                  key={id}
                  id={`unit-${id}`}
                  title={name}
                  note={`向${bodyName}登记`}
                  value={<Tag text={unitStateWord(state)} tone={UNIT_TONES[state]} />}
                  onTap={() => open('/packages/unit/unit/index', { id })}
                />
              ))}
            </Group>
          )
        }
      </Loaded>
    </Page>
  );
}
