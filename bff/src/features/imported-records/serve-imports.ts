import { IMPORTED_STAFF } from '@jikaotong/shared/contract';
import { type Actor, bodiesOf, refuse } from '../../platform/http';
import type { Handle } from '../../platform/db';
import { serveSheet } from '../../platform/sheet-imports';
import { Brought, applyBrought, compareBrought } from './bring-in';
import { numberProblems } from './certificate-numbers';
import { type ImportSheet, bansImport, certificatesImport, passesImport, readBrought } from './import-sheets';
import { type RuledOffering, offeringsOf } from './offerings-kept';
import type { PersonKey } from './row-person';

/** A body with the offerings by which its passes are kept. */
type Subject = { readonly bodyId: string; readonly offerings: readonly RuledOffering[] };

export async function openBody(
  { h, actor }: { readonly h: Handle; readonly actor: Actor },
  bodyId: string,
): Promise<Subject> {
  if (!bodiesOf(actor, IMPORTED_STAFF).includes(bodyId)) refuse('not-found');
  return { bodyId, offerings: await offeringsOf(h, bodyId) };
}

const serve = <K extends string>(sheet: ImportSheet<K | PersonKey>) =>
  serveSheet({
    name: sheet.name,
    endpoints: sheet.endpoints,
    open: openBody,
    judge: () => null,
    columns: ({ offerings }: Subject) => sheet.columns(offerings),
    example: sheet.example,
    compare: async (ctx, { bodyId, offerings }, rows) => {
      const { brought, problems } = readBrought(sheet, rows, { day: ctx.now.day, offerings });
      const compared = await compareBrought(ctx, bodyId, brought);
      const numbers = brought.flatMap(({ row, content }) =>
        content.kind === 'certificate' ? [{ row, number: content.number }] : [],
      );
      const wrong = await numberProblems(ctx, bodyId, numbers);
      return { ...compared, problems: [...problems, ...compared.problems, ...wrong] };
    },
    payload: Brought,
    apply: applyBrought,
  });

export const served = [serve(bansImport), serve(passesImport), serve(certificatesImport)];
