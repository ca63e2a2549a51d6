import { type StoredFile, findFile } from '../../platform/files';
import { type Context, type Outside, refuse } from '../../platform/http';
import type { Application } from './application.record';
import { openApplicant } from './applicant';
import { draftForm } from './form.presenter';
import { loadFrame } from './frame';
import { openToldParts } from './told-parts';

/** A paper of an application, and the stored pictures that go on it. Refuses `not-found`, `details-missing`. */
export async function findForm(ctx: Pick<Context, 'h' | 'ports'>, row: Application, document: string) {
  const candidate = openApplicant(ctx.ports.crypto, row);
  const told = openToldParts(ctx.ports.crypto, row);
  const draft =
    draftForm(document, { row, frame: await loadFrame(ctx.h, row), candidate, told }) ?? refuse('not-found');
  if (draft.kind === 'lacking') return refuse('details-missing', { missing: draft.lacking });
  return {
    draft,
    photo: row.photo === null ? null : await findFile(ctx.h, row.photo.fileId),
    signature: row.signatureFileId === null ? null : await findFile(ctx.h, row.signatureFileId),
  };
}

/** The paper as a file. */
export async function renderForm(outside: Outside, { draft, ...files }: Awaited<ReturnType<typeof findForm>>) {
  const pictures = { photo: await bytesOf(outside, files.photo), signature: await bytesOf(outside, files.signature) };
  const bytes =
    draft.kind === 'letter'
      ? await outside.ports.pdf.renderLetter(draft.letterWith(pictures))
      : await outside.ports.pdf.renderApplicationForm(draft.formWith(pictures));
  return { bytes, type: 'application/pdf', name: `${draft.name}.pdf` };
}

const bytesOf = async (outside: Outside, file: StoredFile | null): Promise<Buffer | null> =>
  file === null ? null : outside.ports.files.readCopy(file);
