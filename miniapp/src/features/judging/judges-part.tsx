import { type JudgeView, type JudgingView, judgePlaces, judging } from '@jikaotong/shared/contract';
import { MOBILE_NUMBER } from '@jikaotong/shared/rules/identity';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { judgePlacesWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, Cell, Group, RefusalMessage, Sheet, Tag, TextButton, TextField } from '../../ui';
import { useToday } from '../demonstration';
import { LinkCard } from '../sending';
import { momentWords, useStaff } from '../staff';
import { PlacesFields, PlacesSheet, type TypedPlaces, chosenOf, lacksOf } from './places-sheet';
import { VoidSheet } from './void-sheet';
import './judging.scss';

/** The judges with how far each is; a new one by a one-time link. */
export function JudgesPart({ view }: { view: JudgingView }) {
  const { stageId, part, judges, bodyId, lock, keyHolders, holdsKey, others } = view;
  const copy = useCommand(judgePlaces.copyJudging);
  const { may } = useStaff();
  const [assigning, setAssigning] = useState(false);
  const mayChange = may(judging.assignJudge, bodyId) && lock.state !== 'locked';
  const here = judges.filter(({ state, marked }) => state === 'open' || (marked ?? 0) > 0);
  return (
    <>
      <Group
        title="裁判"
        foot="裁判只看到当天的抽签号码，看不到姓名和单位；与选手同单位的、是选手教练的，不会分到那个号。"
      >
        {here.length === 0 ? <Cell title="还没有安排" /> : null}
        {here.map((judge) => (
          <JudgeRow key={judge.id} judge={judge} view={view} mayChange={mayChange} />
        ))}
        {mayChange && holdsKey ? (
          <>
            <Cell id="assign-judge" title="安排一位裁判" onTap={() => setAssigning(true)} />
            {here.length === 0
              ? others
                  .filter((one) => one.judges > 0)
                  .map((one) => (
                    <Cell
                      key={one.stageId}
                      id={`copy-judges-${one.stageName}`}
                      title={`照搬${one.stageName}的 ${one.judges} 位裁判`}
                      note="场次和工位先按全部，可以再改；照搬后请逐位重发链接"
                      onTap={() =>
                        void copy.run({ params: { id: stageId, part }, body: { from: one.stageId, what: 'judges' } })
                      }
                    />
                  ))
              : null}
            <RefusalMessage refusal={copy.refusal} />
          </>
        ) : mayChange ? (
          <Cell title={keyHolders.length === 0 ? '指定两位保管人以后再安排裁判' : '裁判由号码与姓名的保管人安排'} />
        ) : null}
      </Group>
      {assigning ? <AssignSheet view={view} onClose={() => setAssigning(false)} /> : null}
    </>
  );
}

type RowProps = { judge: JudgeView; view: JudgingView; mayChange: boolean };

function JudgeRow({ judge, view, mayChange }: RowProps) {
  const revoke = useCommand(judging.revokeJudge);
  const renew = useCommand(judging.renewJudgeLink);
  const [link, setLink] = useState<string | null>(null);
  const [placing, setPlacing] = useState(false);
  const [voiding, setVoiding] = useState(false);
  const { may } = useStaff();
  const today = useToday();
  const params = { id: judge.id };
  const end = async () => {
    const sure = await confirm({
      title: '取消裁判',
      text: `${judge.name} 的手机马上不能再评分。已评的分数仍计入；不该计入的，取消后点“作废评分”。`,
      yes: '取消裁判',
      danger: true,
    });
    if (sure && (await revoke.run({ params })).ok) await reloadScreens();
  };
  const again = async () => {
    const reply = await renew.run({ params });
    if (reply.ok) setLink(reply.data.linkPath);
  };
  return (
    <>
      <Cell
        id={`judge-${judge.name}`}
        title={judge.name}
        note={
          <>
            <View>{judge.unit}</View>
            <View>{judgePlacesWords(judge.heats?.join('、') ?? '', judge.stations?.join('、') ?? '')}</View>
            <View>{[judge.phoneMasked, heardWords(judge, today)].filter(Boolean).join('　')}</View>
            {judge.voided ? (
              <View>{`${judge.voided.byName} ${momentWords(judge.voided.at, today)} 作废：${judge.voided.reason}`}</View>
            ) : null}
          </>
        }
        value={<Tag {...stateOf(judge)} />}
      >
        {mayChange && judge.state === 'revoked' ? (
          <View className="judging-ways">
            <TextButton
              id={`void-${judge.id}`}
              text={judge.voided ? '恢复计入' : '作废评分'}
              onTap={() => setVoiding(true)}
            />
          </View>
        ) : mayChange ? (
          <View className="judging-ways">
            {view.holdsKey && may(judgePlaces.changeJudgePlaces, view.bodyId) ? (
              <TextButton id={`places-${judge.id}`} text="改场次" onTap={() => setPlacing(true)} />
            ) : null}
            <TextButton id={`renew-${judge.id}`} text="重发链接" onTap={() => void again()} />
            <TextButton id={`revoke-${judge.id}`} text="取消" onTap={() => void end()} />
          </View>
        ) : null}
      </Cell>
      <RefusalMessage refusal={revoke.refusal ?? renew.refusal} />
      {link ? <LinkCard path={link} name={judge.name} about="裁判链接" /> : null}
      {voiding ? <VoidSheet judge={judge} onClose={() => setVoiding(false)} /> : null}
      {placing ? <PlacesSheet judge={judge} drawn={view.heats} onClose={() => setPlacing(false)} /> : null}
    </>
  );
}

const heardWords = ({ heardAt, waiting }: JudgeView, today: LocalDate): string =>
  heardAt === null ? '' : `${momentWords(heardAt, today)} 联系过${waiting ? `，手机上还有 ${waiting} 个` : ''}`;

const stateOf = ({
  state,
  joined,
  marked,
  numbers,
  voided,
}: JudgeView): { text: string; tone: 'warn' | 'info' | 'go' | 'quiet' } =>
  state === 'revoked'
    ? {
        text: marked === null ? '已取消' : `已取消，${marked} 个${voided ? '不' : '仍'}计入`,
        tone: voided ? 'quiet' : 'warn',
      }
    : !joined
      ? { text: '链接没打开', tone: 'warn' }
      : marked === null || numbers === null
        ? { text: '可以评分', tone: 'info' }
        : marked >= numbers
          ? { text: `已评完 ${marked} 个`, tone: 'go' }
          : { text: `${marked} / ${numbers}`, tone: 'info' };

function AssignSheet({ view: { stageId, part, heats: drawn }, onClose }: { view: JudgingView; onClose: () => void }) {
  const assign = useCommand(judging.assignJudge);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [unit, setUnit] = useState('');
  const [places, setPlaces] = useState<TypedPlaces>({ heats: '', stations: '' });
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState<{ path: string; name: string } | null>(null);
  const lacks = {
    name: name.trim() === '' ? '请填写姓名' : null,
    phone: MOBILE_NUMBER.test(phone.trim()) ? null : '请填写 11 位手机号',
    unit: unit.trim() === '' ? '请填写单位' : null,
    ...lacksOf(places, drawn),
  };
  const go = async () => {
    setAsked(true);
    if (Object.values(lacks).some(Boolean)) return;
    const reply = await assign.run({
      params: { id: stageId, part },
      body: { name: name.trim(), phone: phone.trim(), unit: unit.trim(), ...chosenOf(places) },
    });
    if (!reply.ok) return;
    toast('已安排');
    setMade(reply.data.linkPath ? { path: reply.data.linkPath, name: name.trim() } : null);
  };
  const errors = asked ? lacks : { name: null, phone: null, unit: null, heats: null, stations: null };
  if (made)
    return (
      <Sheet title="已安排" onClose={onClose} action={<BigButton id="judge-assigned" text="知道了" onTap={onClose} />}>
        <LinkCard path={made.path} name={made.name} about="裁判链接" />
      </Sheet>
    );
  return (
    <Sheet
      title="安排裁判"
      onClose={onClose}
      action={<BigButton id="save-judge" text="安排" busy={assign.busy} onTap={() => void go()} />}
    >
      <TextField id="judge-name" label="姓名" value={name} maxlength={60} error={errors.name} onChange={setName} />
      <TextField
        id="judge-phone"
        label="手机号"
        type="number"
        value={phone}
        maxlength={20}
        error={errors.phone}
        onChange={setPhone}
      />
      <TextField
        id="judge-unit"
        label="单位"
        value={unit}
        maxlength={100}
        hint="用来回避同单位的选手"
        error={errors.unit}
        onChange={setUnit}
      />
      <PlacesFields typed={places} errors={errors} onChange={setPlaces} />
      <RefusalMessage refusal={assign.refusal} />
    </Sheet>
  );
}
