import {
  type BreachView,
  type EvidenceSide,
  type StaffBreachView,
  MOST_BREACH_EVIDENCE,
  type breachCases,
} from '@jikaotong/shared/contract';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import { fullDayWords } from '@jikaotong/shared/words';
import { chooseDocument, confirm, toast, upload, useCommand, useSending, viewFile } from '../../platform';
import { Cell, Group, RefusalMessage } from '../../ui';

type Props = {
  readonly of: Pick<BreachView | StaffBreachView, 'id' | 'evidence' | 'mayAddEvidence' | 'statementUntil'>;
  readonly add: typeof breachCases.addOwnBreachEvidence | typeof breachCases.addBreachEvidence;
  readonly remove: typeof breachCases.removeOwnBreachEvidence | typeof breachCases.removeBreachEvidence;
  /** Whose files one's own are. */
  readonly mine: EvidenceSide;
};

const FOOT: Readonly<Record<EvidenceSide, string>> = {
  body: '只有办理违纪的工作人员和本人能看。提出处理意见以后不能再加。',
  person: '只有办理的工作人员和您能看。陈述申辩期内可以加。',
};
const FROM: Readonly<Record<EvidenceSide, Readonly<Record<EvidenceSide, string>>>> = {
  body: { body: '机构提交', person: '本人提交' },
  person: { body: '机构提交', person: '您提交' },
};

const whatOf = (type: string, at: number): string => `${type === 'application/pdf' ? '文件' : '照片'} ${at + 1}`;

/** Photos and documents of both sides; one's own side adds, and takes back what was laid there by mistake. */
export function EvidencePart({ of: { id, evidence, mayAddEvidence }, add, remove, mine }: Props) {
  const adding = useSending(add);
  const removing = useCommand(remove);
  if (evidence.length === 0 && !mayAddEvidence) return null;
  const count = evidence.filter(({ side }) => side === mine).length;
  const choose = async () => {
    const file = await chooseDocument();
    if (!file) return;
    const args = { params: { id } };
    const reply = await adding.send(args, () => upload(add, args, file));
    if (reply.ok) toast('已添加');
  };
  const takeBack = async (evidenceId: string, what: string) => {
    if (!(await confirm({ title: `撤回${what}`, text: '撤回后对方看不到，也不再作为证据。', yes: '撤回' }))) return;
    await removing.run({ params: { id, evidenceId } });
  };
  return (
    <Group
      title="证据"
      {...(mayAddEvidence ? { foot: `${FOOT[mine]}照片或 PDF，最多 ${MOST_BREACH_EVIDENCE} 个。` } : {})}
    >
      {evidence.map((one, at) => {
        return (
          <Cell
            key={one.id}
            id={`evidence-${at + 1}`}
            title={whatOf(one.type, at)}
            note={`${FROM[mine][one.side]} · ${fullDayWords(dayAt(one.addedAt))} ${timeAt(one.addedAt)}`}
            onTap={() => void viewFile(one)}
          />
        );
      })}
      {mayAddEvidence
        ? evidence.map((one, at) =>
            one.side === mine ? (
              <Cell
                key={`remove-${one.id}`}
                id={`remove-evidence-${at + 1}`}
                title={`撤回${whatOf(one.type, at)}`}
                onTap={() => void takeBack(one.id, whatOf(one.type, at))}
              />
            ) : null,
          )
        : null}
      {mayAddEvidence && count < MOST_BREACH_EVIDENCE ? (
        <Cell
          id="add-evidence"
          title={adding.busy ? '正在上传…' : '添加照片或文件'}
          {...(adding.busy ? {} : { onTap: () => void choose() })}
        />
      ) : null}
      <RefusalMessage refusal={adding.refusal ?? removing.refusal} />
    </Group>
  );
}
