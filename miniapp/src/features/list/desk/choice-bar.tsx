import type { List } from '@jikaotong/shared/lists';
import { listActWord } from '@jikaotong/shared/words';
import type { useChoice } from '../use-choice';

type Props = {
  list: List;
  acts: readonly string[];
  unit: string;
  total: number;
  chosen: ReturnType<typeof useChoice>;
  onAct: (act: string) => void;
};

/** What is chosen, how to choose all that match, and what can be done with them. */
export function ChoiceBar({ list, acts, unit, total, chosen, onAct }: Props) {
  return (
    <div className="desk__choice" role="toolbar" aria-label="批量办理">
      <span className="desk__chosen" aria-live="polite">
        已选 {chosen.count.toLocaleString('zh-CN')} {unit}
      </span>
      {chosen.count < total ? (
        <button type="button" id="choose-all" className="desk-link" onClick={chosen.all}>
          选择符合条件的全部 {total.toLocaleString('zh-CN')} {unit}
        </button>
      ) : null}
      <span className="desk__space" />
      {acts.map((act) => (
        <button key={act} type="button" id={`act-${act}`} className="desk-button" onClick={() => onAct(act)}>
          {listActWord(list.name, act).alone ?? listActWord(list.name, act).verb}
        </button>
      ))}
      <button type="button" id="choose-none" className="desk-link" onClick={chosen.none}>
        取消选择
      </button>
    </div>
  );
}
