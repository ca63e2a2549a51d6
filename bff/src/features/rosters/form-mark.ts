import type { Ports } from '../../platform/http';
import type { Member, OpenRoster } from './own-roster';
import { toldBy } from './own-roster';
import { valuesOf } from './row-values';

/**
 * What somebody signs, in eight letters: another word in the row, another photo, and it is another form. A form that was
 * signed before a change stands for nobody's word after it.
 */
export function formMarkOf(
  ctx: { readonly ports: Ports },
  open: Pick<OpenRoster, 'offeringNames'>,
  application: Member['application'],
): string {
  const values = Object.entries(valuesOf(toldBy(ctx, application), open)).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const said = JSON.stringify([application.id, values, application.photo?.fileId ?? null]);
  return ctx.ports.crypto.blindIndex('signed-form', said).slice(0, 8);
}

const PATH = '/#/packages/unit/row/index?';

/** What the code on the papers of a row opens; the printer adds which page of how many it is. */
export const formLink = (publicUrl: string, of: { rosterId: string; rowId: string; mark: string }): string =>
  `${publicUrl}${PATH}id=${of.rosterId}&row=${of.rowId}&form=${of.mark}`;

export type FormCode = {
  readonly rosterId: string;
  readonly rowId: string;
  readonly mark: string;
  readonly part: number;
  readonly parts: number;
};

/** Reads it again; null for a code that is none of these. */
export function readFormCode(text: string): FormCode | null {
  const ours =
    /\/#\/packages\/unit\/row\/index\?id=([\w-]{1,64})&row=([\w-]{1,64})&form=([0-9a-f]{8})\.(\d{1,3})\.(\d{1,3})$/;
  const [, rosterId, rowId, mark, part, parts] = ours.exec(text) ?? [];
  if (rosterId === undefined || rowId === undefined || mark === undefined) return null;
  return { rosterId, rowId, mark, part: Number(part), parts: Number(parts) };
}
