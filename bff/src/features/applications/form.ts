import { type StoredFile, findFile } from '../../platform/files';
import { type Context, type Outside, refuse } from '../../platform/http';
import type { Application } from './application.record';
import { openApplicant } from './applicant';
import { draftForm } from './form.presenter';
import { loadFrame } from './frame';

/** A paper of an application, and the stored pictures that go on it. Refuses `not-found`, `details-missing`. */
export async function findForm(c: Pick<Context, 'h' | 'ports'>, row: Application, document: string) {
  const candidate = openApplicant(c.ports.crypto, row);
  const draft = draftForm(document, { row, frame: await loadFrame(c.h, row), candidate }) ?? refuse('not-found');
  if (draft.kind === 'lacking') return refuse('details-missing', { missing: draft.lacking });
  return {
    draft,
    photo: row.photo === null ? null : await findFile(c.h, row.photo.fileId),
    signature: row.signatureFileId === null ? null : await findFile(c.h, row.signatureFileId),
  };
}

/** The paper as a file. */
export async function renderForm(o: Outside, { draft, ...files }: Awaited<ReturnType<typeof findForm>>) {
  const pictures = { photo: await bytesOf(o, files.photo), signature: await bytesOf(o, files.signature) };
  const bytes =
    draft.kind === 'letter'
      ? await o.ports.pdf.renderLetter(draft.letterWith(pictures))
      : await o.ports.pdf.renderApplicationForm(draft.formWith(pictures));
  return { bytes, type: 'application/pdf', name: `${draft.name}.pdf` };
}

const bytesOf = async (o: Outside, file: StoredFile | null): Promise<Buffer | null> =>
  file === null ? null : o.ports.files.read(file);
