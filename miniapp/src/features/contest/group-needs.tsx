import { staffEntries } from '@jikaotong/shared/contract';
import { useEffect } from 'react';
import { useAnswer } from '../../platform';
import { Cell, Check, Choices, Group, Loaded } from '../../ui';
import type { AskPart, AskProps, PreviewProps } from '../list';

type Groups = readonly { readonly code: string; readonly name: string }[];
type Needs = { readonly group?: string; readonly regroups?: boolean } | null;

/** Of which group that is ranked by itself the chosen ones are, and whether that also holds for who is in another one. */
export const groupNeeds = (groups: Groups): AskPart => ({
  Form: function GroupNeeds({ needs, onChange }: AskProps) {
    const { group, regroups = false } = (needs as Needs) ?? {};
    const chosen = groups.find(({ code }) => code === group)?.code ?? null;
    return (
      <>
        <Choices
          label="参赛组别"
          options={groups.map(({ code, name }) => ({ key: code, text: name, note: '按组分别排名' }))}
          value={chosen}
          onChoose={(code) => onChange({ group: code, regroups })}
        />
        {chosen === null ? null : (
          <Check
            id="regroups"
            text="已有别的组别的，也改到这一组"
            note="不勾选时，已有组别的选手不动"
            checked={regroups}
            onChange={(next) => onChange({ group: chosen, regroups: next })}
          />
        )}
      </>
    );
  },
  preview: { Part: GroupPreview, button: '先看看改多少人' },
});

function GroupPreview({ id, selectionId, onCount }: PreviewProps) {
  const answer = useAnswer(staffEntries.previewGrouping, { params: { id, selectionId } });
  const put = answer.state === 'ready' ? answer.data.put : null;
  useEffect(() => {
    if (put !== null) onCount(put);
  }, [put, onCount]);
  return (
    <Loaded answer={answer} rows={3}>
      {({ groupName, regroups, there, others }) => (
        <Group title={`${put ?? 0} 人定为${groupName}`}>
          {there > 0 ? <Cell id="group-there" title={`已经是${groupName}，不用改`} value={`${there} 人`} /> : null}
          {others.map(({ name, people }) => (
            <Cell
              key={name}
              id={`group-other-${name}`}
              title={regroups ? `现在是${name}，一起改` : `现在是${name}，不改`}
              value={`${people} 人`}
            />
          ))}
        </Group>
      )}
    </Loaded>
  );
}
