import { rosterResults as contract } from '@jikaotong/shared/contract';
import { lettingOthersIn } from '../../platform/db';
import { findFiles, smallPictures } from '../../platform/files';
import { type Route, download, pdfFile, refuse } from '../../platform/http';
import { MENDABLE, loadFrames, sheetOf, signedPapers } from '../applications';
import { formLink, formMarkOf } from './form-mark';
import { loadRoster, membersOf } from './own-roster';

/** Pixels in height: 200 an inch on a form. */
const FORM_PHOTO = 400;

/** In the order of the roster; who was handed in already signs nothing any more. */
const forms = download(contract.downloadRosterForms, {
  find: async (ctx) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    const { roster, unit } = open;
    const rows = (await membersOf(ctx.h, roster.id)).filter(({ application }) => MENDABLE.includes(application.state));
    const frameOf = await loadFrames(
      ctx.h,
      rows.map(({ application }) => application),
    );
    const files = await findFiles(
      ctx.h,
      rows.flatMap(({ application: { photo } }) => photo?.fileId ?? []),
    );
    const people = [];
    for await (const { row, application } of lettingOthersIn(rows)) {
      const drafts = signedPapers(ctx, application, frameOf(application));
      const photo = application.photo && (files.get(application.photo.fileId) ?? null);
      if (drafts.length > 0)
        people.push({
          of: { rosterId: roster.id, rowId: row.id, mark: formMarkOf(ctx, open, application) },
          drafts,
          photo,
        });
    }
    if (people.length === 0) refuse('nobody-to-sign');
    ctx.audit('roster-forms-printed', { unitId: unit.id, sessionId: roster.sessionId }, { count: people.length });
    return { people, unit };
  },
  render: async ({ ports }, { people, unit }) => {
    const photos = await smallPictures(
      ports.files,
      people.flatMap(({ photo }) => photo ?? []),
      FORM_PHOTO,
    );
    const title = `申报表-${unit.name}`;
    return pdfFile(
      title,
      await ports.pdf.renderSigningSheets(
        title,
        people.flatMap(({ of, drafts, photo }) =>
          drafts.map((draft) =>
            sheetOf(draft, photo && (photos.get(photo.id) ?? null), formLink(ports.config.publicUrl, of)),
          ),
        ),
      ),
    );
  },
});

export const routes: Route[] = [forms];
