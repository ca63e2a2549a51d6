import { originalsOf } from '@jikaotong/shared/rules/counter';
import { type StoredFile, findFile } from '../../platform/files';
import { type Context, type Outside, refuse } from '../../platform/http';
import type { SigningSheet } from '../../platform/pdf';
import type { Application } from './application.record';
import { openApplicant } from './applicant';
import { draftForm } from './form.presenter';
import { type Frame, loadFrame } from './frame';
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

type Found = Awaited<ReturnType<typeof findForm>>;

/** The papers that somebody signs by hand, as they are drawn; what cannot be filled in yet is left out. */
export function signedPapers(ctx: Pick<Context, 'ports'>, row: Application, frame: Frame) {
  const candidate = openApplicant(ctx.ports.crypto, row);
  const told = openToldParts(ctx.ports.crypto, row);
  const { notice } = frame;
  const { offeringCode, route } = row;
  const { origin, documentType } = candidate;
  const { facts, papers } = told;
  const asked = { notice, offeringCode, route, facts, origin, documentType, papers };
  const names = new Set(
    originalsOf(asked).flatMap(({ alternatives }) =>
      alternatives.flat().flatMap(({ keeps, document }) => (keeps ? [document] : [])),
    ),
  );
  return [...names].flatMap((document): Exclude<Found['draft'], null>[] => {
    const draft = draftForm(document, { row, frame, candidate, told });
    return draft === null || draft.kind === 'lacking' ? [] : [draft];
  });
}

/** One of them with its photo, not signed yet. */
export const sheetOf = (draft: Found['draft'], photo: Uint8Array | null, link: string): SigningSheet => {
  const pictures = { photo: photo && Buffer.from(photo), signature: null };
  return draft.kind === 'letter'
    ? { link, letter: draft.letterWith(pictures) }
    : { link, form: draft.formWith(pictures) };
};
