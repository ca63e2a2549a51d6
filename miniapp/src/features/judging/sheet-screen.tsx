import { type BodyOf, type JudgingView, type StagePart, judging } from '@jikaotong/shared/contract';
import type { Score } from '@jikaotong/shared/kernel';
import { fallsShort, fullOf, itemFault, sheetFault } from '@jikaotong/shared/rules/judging';
import { judgesWords, sheetFaultWord, stageNoteWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { back, confirm, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Choices,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  PickField,
  RefusalMessage,
  TextButton,
  TextField,
} from '../../ui';
import { readPoints } from './read-points';
import './judging.scss';

/** Defines the marking sheet of a part of a stage: items, and how several marks become one. */
export function SheetScreen({ id, part }: { id: string; part: StagePart }) {
  const answer = useAnswer(judging.getJudging, { params: { id, part } });
  if (answer.state === 'ready') return <SheetForm key={answer.data.sheet?.version ?? 0} view={answer.data} />;
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

type Rule = BodyOf<typeof judging.defineMarkingSheet>['rule'];
type Typed = { readonly name: string; readonly maximum: string; readonly step: string };
const BLANK: Typed = { name: '', maximum: '', step: '0.5' };
const MOST_ITEMS = 30;
const DROPS = [1, 2, 3, 4, 5] as const;

function SheetForm({ view }: { view: JudgingView }) {
  const { stageId, part, stageName, sheet, proposed } = view;
  const define = useCommand(judging.defineMarkingSheet);
  const [items, setItems] = useState<readonly Typed[]>(
    sheet?.items.map(({ name, maximum, step }) => ({
      name,
      maximum: String(maximum / 100),
      step: String(step / 100),
    })) ?? [BLANK],
  );
  const before = sheet?.rule ?? proposed?.rule ?? { kind: 'mean' as const };
  const [kind, setKind] = useState<Rule['kind']>(before.kind);
  const [drop, setDrop] = useState(before.kind === 'trimmed-mean' ? before.drop : 1);
  const [spread, setSpread] = useState(sheet === null ? '10' : sheet.spread === null ? '' : String(sheet.spread / 100));
  const [definedAs, setDefinedAs] = useState<'notice' | 'jury'>(sheet?.definedAs ?? 'jury');
  const [said, setSaid] = useState(sheet?.said ?? '');
  const [asked, setAsked] = useState(false);
  const read = items.map(({ name, maximum, step }) => ({
    name: name.trim(),
    maximum: readPoints(maximum),
    step: readPoints(step),
  }));
  const whole = read.flatMap(({ name, maximum, step }) =>
    name !== '' && maximum !== null && step !== null ? [{ name, maximum, step }] : [],
  );
  const fault = whole.length === read.length ? sheetFault(whole) : null;
  const far = spread.trim() === '' ? null : readPoints(spread);
  const lacks = {
    items: read.map((_, at) => lackOf(read, at)),
    whole: fault === 'more-than-full' ? sheetFaultWord(fault) : null,
    spread: spread.trim() !== '' && far === null ? '请填写 0 到 100 的分数' : null,
    said: said.trim() === '' ? (definedAs === 'notice' ? '请写明通知的哪一条' : '请写明裁判组的人') : null,
  };
  const rule: Rule = kind === 'trimmed-mean' ? { kind, drop } : { kind };
  const full = fullOf(whole);
  const go = async () => {
    setAsked(true);
    if (lacks.items.some(Boolean) || lacks.whole || lacks.spread || lacks.said) return;
    const short = fallsShort(whole, rule.kind);
    const sure =
      !short ||
      (await confirm({
        title: `满分只有 ${full / 100} 分`,
        text: `各项满分加起来是 ${full / 100} 分，不到 100 分，分数不会折算，选手最高只能得 ${full / 100} 分。确实这样定吗？`,
        yes: '就这样定',
        no: '回去改',
      }));
    if (!sure) return;
    const body = { seen: sheet?.version ?? 0, items: whole, rule, spread: far, definedAs, said: said.trim(), short };
    const reply = await define.run({ params: { id: stageId, part }, body });
    if (!reply.ok) return;
    toast('评分表已保存');
    back();
  };
  const set = (at: number, change: Partial<Typed>) =>
    setItems(items.map((one, row) => (row === at ? { ...one, ...change } : one)));
  return (
    <Page
      action={
        <BigButton
          id="save-sheet"
          text={`保存评分表（满分 ${full / 100}）`}
          busy={define.busy}
          onTap={() => void go()}
        />
      }
    >
      <Heading title={`${stageName}${stageNoteWord(part)}评分表`}>
        开始评分以前可以改，每次改都是新的一版；开始以后不能再改。
      </Heading>
      <RefusalMessage refusal={define.refusal} />
      {items.map((item, at) => (
        <Group key={at} title={`第 ${at + 1} 项`}>
          <TextField
            id={`sheet-name-${at}`}
            label="项目"
            value={item.name}
            maxlength={40}
            onChange={(name) => set(at, { name })}
          />
          <TextField
            id={`sheet-maximum-${at}`}
            label="满分"
            type="digit"
            value={item.maximum}
            maxlength={6}
            onChange={(maximum) => set(at, { maximum })}
          />
          <TextField
            id={`sheet-step-${at}`}
            label="分档"
            type="digit"
            value={item.step}
            maxlength={6}
            hint="裁判按这个分值加减"
            onChange={(step) => set(at, { step })}
          />
          {asked && lacks.items[at] ? <NoticeBar tone="warn">{lacks.items[at]}</NoticeBar> : null}
          {items.length > 1 ? (
            <View className="judging-go">
              <TextButton
                id={`sheet-drop-${at}`}
                text="删掉这一项"
                onTap={() => setItems(items.filter((_, row) => row !== at))}
              />
            </View>
          ) : null}
        </Group>
      ))}
      {asked && lacks.whole ? <NoticeBar tone="warn">{lacks.whole}</NoticeBar> : null}
      {!lacks.items.some(Boolean) && fallsShort(whole, kind) ? (
        <NoticeBar tone="info">{`各项满分加起来 ${full / 100} 分，不到 100 分。`}</NoticeBar>
      ) : null}
      {items.length < MOST_ITEMS ? (
        <View className="judging-go">
          <BigButton id="sheet-add" text="再加一项" tone="plain" onTap={() => setItems([...items, BLANK])} />
        </View>
      ) : null}
      {proposed ? (
        <NoticeBar tone="info" title={judgesWords({ judges: proposed.rule })}>
          {proposed.clause === null ? `推定：${proposed.assumed ?? ''}。请核对后选择。` : `通知 ${proposed.clause}`}
        </NoticeBar>
      ) : null}
      <Group title="几位裁判的分数怎么合成" foot="合成后的分数四舍五入到百分位。">
        <Choices
          label="合成办法"
          options={[
            { key: 'mean', text: '取平均分' },
            { key: 'trimmed-mean', text: '去掉最高分和最低分，取平均分' },
            { key: 'sum', text: '各裁判的分数相加' },
          ]}
          value={kind}
          onChoose={setKind}
        />
        {kind === 'trimmed-mean' ? (
          <PickField
            id="sheet-trim"
            label="各去掉几个"
            options={DROPS.map((one) => ({ key: String(one), text: `${one} 个` }))}
            value={String(drop)}
            onChange={(one) => setDrop(Number(one))}
          />
        ) : null}
        <TextField
          id="sheet-spread"
          label="与中间分相差多少要核对"
          type="digit"
          value={spread}
          maxlength={6}
          hint="不填就不提示"
          error={asked ? lacks.spread : null}
          onChange={setSpread}
        />
      </Group>
      <Group title="评分表由谁定">
        <Choices
          label="由谁定"
          options={[
            { key: 'jury', text: '裁判组' },
            { key: 'notice', text: '通知里印的' },
          ]}
          value={definedAs}
          onChoose={setDefinedAs}
        />
        <TextField
          id="sheet-said"
          label={definedAs === 'notice' ? '通知的哪一条' : '裁判组的人'}
          value={said}
          maxlength={200}
          error={asked ? lacks.said : null}
          onChange={setSaid}
        />
      </Group>
    </Page>
  );
}

type Read = { readonly name: string; readonly maximum: Score | null; readonly step: Score | null };

/** What is wrong with one item, in words; null: nothing. Whatever is not filled in yet is no namesake. */
function lackOf(read: readonly Read[], at: number): string | null {
  const upTo = read
    .slice(0, at + 1)
    .map(({ name, maximum, step }) =>
      name !== '' && maximum !== null && step !== null ? { name, maximum, step } : null,
    );
  if (upTo.at(-1) === null) return '要写名称、满分和分档';
  const filled = upTo.filter((one) => one !== null);
  const fault = itemFault(filled, filled.length - 1);
  return fault && sheetFaultWord(fault);
}
