import { DOCUMENT_TYPES, type RosterView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { parseIdentityNumber } from '@jikaotong/shared/rules/identity';
import { cellProblemSentence, documentTypeWord } from '@jikaotong/shared/words';
import type { Refusal } from '../../platform';
import { Cell, Chips, Choices, DayField, Group, PickField, TextField } from '../../ui';

export type RowColumn = RosterView['columns'][number];
type Step = { readonly key: string; readonly text: string; readonly columns: readonly RowColumn[] };

/** Which columns stand on one screen, by how their keys begin, in the order in which they are asked; the rest is `proof`. */
const PARTS = [
  { key: 'who', text: '本人', begins: ['name', 'document', 'birthDate', 'sex', 'phone', 'employer'] },
  { key: 'offering', text: '项目', begins: ['offering', 'route', 'declared.'] },
  { key: 'work', text: '工作', begins: ['job', 'residence', 'womanLine'] },
] as const;
const PROOF = { key: 'proof', text: '证书学历' } as const;

const partOf = (column: string): string =>
  PARTS.find(({ begins }) => begins.some((start) => column.startsWith(start)))?.key ?? PROOF.key;

/** The columns of a roster as steps; a part that the notice asks nothing of is no step. */
export const rowSteps = (columns: readonly RowColumn[]): readonly Step[] =>
  [...PARTS, PROOF]
    .map(({ key, text }) => ({ key, text, columns: columns.filter((column) => partOf(column.key) === key) }))
    .filter((step) => step.columns.length > 0);

/** What can be known before anybody has said anything: the only choice there is, and the usual document. */
export const usualValues = (columns: readonly RowColumn[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    columns.flatMap(({ key, choices: [first, second] }) =>
      first !== undefined && (second === undefined || key === 'documentType') ? [[key, first]] : [],
    ),
  );

/** Where the first fault stands; null: nowhere. */
export const stepOfFault = (steps: readonly Step[], faults: ReadonlyMap<string, string>): string | null =>
  steps.find(({ columns }) => columns.some(({ key }) => faults.has(key)))?.key ?? null;

const missingIn = (step: Step | undefined, values: Readonly<Record<string, string>>): readonly string[] =>
  (step?.columns ?? []).filter(({ key, required }) => required && !values[key]).map(({ key }) => key);

/** What is wrong in a step before anything is sent: what is empty, and a number that is not one of its document. */
export function faultsIn(
  step: Step | undefined,
  values: Readonly<Record<string, string>>,
  today: LocalDate,
): ReadonlyMap<string, string> {
  const faults = new Map(missingIn(step, values).map((key): [string, string] => [key, '请填写']));
  const number = values['documentNumber'] ?? '';
  const type = DOCUMENT_TYPES.find((one) => documentTypeWord(one) === values['documentType']);
  if (!type || number === '' || !step?.columns.some(({ key }) => key === 'documentNumber')) return faults;
  const read = parseIdentityNumber(type, number, today);
  if (!read.ok)
    faults.set(
      'documentNumber',
      read.error.code === 'identity-check-digit'
        ? cellProblemSentence('document-check-digit', {})
        : cellProblemSentence('document-wrong', { value: number }),
    );
  return faults;
}

type StepChips = {
  steps: readonly { readonly key: string; readonly text: string }[];
  at: string;
  onGo: (key: string) => void;
};

/** All steps side by side, each a tap away. */
export const StepChips = ({ steps, at, onGo }: StepChips) => (
  <Chips
    id="row-step"
    label="填写步骤"
    options={steps.map(({ key, text }, nth) => ({ key, text: `${nth + 1} ${text}` }))}
    value={at}
    onChoose={onGo}
  />
);

type Fields = {
  step: Step;
  values: Readonly<Record<string, string>>;
  faults: ReadonlyMap<string, string>;
  /** Null: nothing can be changed any more. */
  onPut: ((key: string, text: string) => void) | null;
};

/** The fields of one step. */
export const StepFields = ({ step, values, faults, onPut }: Fields) => (
  <Group title={step.text}>
    {step.columns.map((column) => (
      <ColumnField
        key={column.key}
        column={column}
        value={values[column.key] ?? ''}
        offering={values['offering'] ?? ''}
        fault={faults.get(column.key) ?? null}
        onPut={onPut}
      />
    ))}
  </Group>
);

function ColumnField({
  column,
  value,
  offering,
  fault,
  onPut,
}: { column: RowColumn; value: string; offering: string; fault: string | null } & Pick<Fields, 'onPut'>) {
  const { key, header, kind, choices, required } = column;
  const printed = column.words.filter(({ of }) => of === offering);
  if (onPut === null) {
    const said = printed.find(({ choice }) => choice === value)?.text;
    return <Cell title={header} {...(said === undefined ? { value } : { note: said })} />;
  }
  const field = { id: `row-${key}`, label: required ? header : `${header}（选填）`, error: fault };
  const put = (text: string) => onPut(key, text);
  if (column.words.length > 0)
    return (
      <>
        <Cell title={field.label} note={fault ?? (printed.length > 0 ? '选您符合的一条' : '请先选申报项目')} />
        <Choices
          label={field.label}
          options={printed.map(({ choice, text }) => ({ key: choice, text }))}
          value={value === '' ? null : value}
          onChoose={put}
        />
      </>
    );
  if (choices.length > 0)
    return (
      <PickField
        {...field}
        options={choices.map((choice) => ({ key: choice, text: choice }))}
        value={value === '' ? null : value}
        onChange={put}
      />
    );
  return kind === 'day' ? (
    <DayField {...field} value={value === '' ? null : value} onChange={put} />
  ) : (
    <TextField {...field} maxlength={80} value={value} onChange={put} />
  );
}

/** What the server said of each column. */
export function problemsIn(refusal: Refusal | null): ReadonlyMap<string, string> {
  const problems: unknown = refusal?.data['problems'];
  const found = new Map<string, string>();
  if (!Array.isArray(problems)) return found;
  for (const one of problems) {
    const { key, code, value }: { key?: unknown; code?: unknown; value?: unknown } = Object(one);
    if (typeof key === 'string' && typeof code === 'string') found.set(key, cellProblemSentence(code, { value }));
  }
  return found;
}
