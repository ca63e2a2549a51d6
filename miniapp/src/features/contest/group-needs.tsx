import { Choices } from '../../ui';
import type { AskProps } from '../list';

type Groups = readonly { readonly code: string; readonly name: string }[];

/** Of which group that is ranked by itself the chosen ones are. */
export const groupNeeds = (groups: Groups) =>
  function GroupNeeds({ needs, onChange }: AskProps) {
    const chosen = groups.find(({ code }) => code === (needs as { group?: string } | null)?.group);
    return (
      <Choices
        label="参赛组别"
        options={groups.map(({ code, name }) => ({ key: code, text: name, note: '按组分别排名' }))}
        value={chosen?.code ?? null}
        onChoose={(group) => onChange({ group })}
      />
    );
  };
