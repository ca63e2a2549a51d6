import { type JudgeView, type JudgingView, judgePlaces } from '@jikaotong/shared/contract';
import { readSeats } from '@jikaotong/shared/rules/door';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, NoticeBar, RefusalMessage, Sheet, TextField } from '../../ui';

/** Heats and stations of a judge as they are typed; nothing is all of them. */
export type TypedPlaces = { readonly heats: string; readonly stations: string };

type Lacks = { readonly heats: string | null; readonly stations: string | null };

/** What does not stand in order, for each of the two fields. */
export function lacksOf({ heats, stations }: TypedPlaces, drawn: JudgingView['heats']): Lacks {
  const read = readSeats(heats);
  const unknown = read?.find((heat) => drawn.every((one) => one.heat !== heat));
  return {
    heats: read === null ? LIKE_THIS : unknown === undefined ? null : `没有第 ${unknown} 场，共 ${drawn.length} 场`,
    stations: readSeats(stations) === null ? LIKE_THIS : null,
  };
}
const LIKE_THIS = '请写成 1、3、5';

/** The typed ones as they are sent; null: all. */
export const chosenOf = ({ heats, stations }: TypedPlaces) => ({ heats: some(heats), stations: some(stations) });

function some(typed: string): number[] | null {
  const read = readSeats(typed) ?? [];
  return read.length === 0 ? null : [...read];
}

type FieldsProps = { typed: TypedPlaces; errors: Lacks; onChange: (typed: TypedPlaces) => void };

export function PlacesFields({ typed, errors, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        id="judge-heats"
        label="场次（可不填）"
        value={typed.heats}
        maxlength={200}
        hint="例如 1、3、5；不填是全部场次"
        error={errors.heats}
        onChange={(heats) => onChange({ ...typed, heats })}
      />
      <TextField
        id="judge-stations"
        label="工位（可不填）"
        value={typed.stations}
        maxlength={200}
        hint="不填是全部工位"
        error={errors.stations}
        onChange={(stations) => onChange({ ...typed, stations })}
      />
    </>
  );
}

type Props = { judge: JudgeView; drawn: JudgingView['heats']; onClose: () => void };

/** Another choice of heats and stations for a judge; where something was marked, that stays. */
export function PlacesSheet({ judge, drawn, onClose }: Props) {
  const change = useCommand(judgePlaces.changeJudgePlaces);
  const [typed, setTyped] = useState<TypedPlaces>({
    heats: judge.heats?.join('、') ?? '',
    stations: judge.stations?.join('、') ?? '',
  });
  const [asked, setAsked] = useState(false);
  const lacks = lacksOf(typed, drawn);
  const go = async () => {
    setAsked(true);
    if (lacks.heats || lacks.stations) return;
    if (!(await change.run({ params: { id: judge.id }, body: chosenOf(typed) })).ok) return;
    toast('已修改');
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet
      title={`${judge.name} 的场次和工位`}
      onClose={onClose}
      action={<BigButton id="save-places" text="修改" busy={change.busy} onTap={() => void go()} />}
    >
      <NoticeBar tone="info">评过分的场次和工位要保留。改好后请告诉裁判：重新打开评分页，号码就会更新。</NoticeBar>
      {judge.waiting ? (
        <NoticeBar tone="warn" title={`裁判手机上还有 ${judge.waiting} 个分数没有上传`}>
          其中属于去掉的场次和工位的，上传后不会计入。请等上传完再改。
        </NoticeBar>
      ) : null}
      <PlacesFields typed={typed} errors={asked ? lacks : NOTHING} onChange={setTyped} />
      <RefusalMessage refusal={change.refusal} />
    </Sheet>
  );
}
const NOTHING: Lacks = { heats: null, stations: null };
