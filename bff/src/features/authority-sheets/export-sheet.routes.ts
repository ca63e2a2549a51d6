import { MOST_CERTIFICATES, authoritySheets as contract } from '@jikaotong/shared/contract';
import { zipSync } from 'fflate';
import { findFiles, smallPictures } from '../../platform/files';
import { type Actor, type Context, type Route, bodiesOf, download, refuse } from '../../platform/http';
import { fillSheet } from '../../platform/sheets';
import { findSessionIn } from '../sessions';
import { isReady } from './authority-sheet.policy';
import { findSheet } from './authority-sheet.repository';
import { cellOf, peopleOf } from './sheet-people';

const { who } = contract.exportAuthoritySheet;
type Asked = Context & {
  readonly actor: Actor;
  readonly input: { readonly params: { id: string; sheetId: string }; readonly query: { reason: string } };
};

/** A mapped sheet and the people of a session for it; refuses `sheet-not-mapped`, `nothing-to-export`. */
async function filled(ctx: Asked, what: 'sheet' | 'photos') {
  const bodies = bodiesOf(ctx.actor, who);
  const session = (await findSessionIn(ctx.h, bodies, ctx.input.params.id)) ?? refuse('not-found');
  const sheet = (await findSheet(ctx.h, [session.bodyId], ctx.input.params.sheetId)) ?? refuse('not-found');
  if (!isReady(sheet)) refuse('sheet-not-mapped');
  const people = await peopleOf(ctx, session, sheet);
  if (people.length === 0) refuse('nothing-to-export');
  const { reason } = ctx.input.query;
  ctx.audit(
    'authority-sheet-exported',
    { sessionId: session.id },
    { sheet: sheet.name, what, rows: people.length, reason },
  );
  return { sheet, session, people };
}

const sheetFile = download(contract.exportAuthoritySheet, {
  find: (ctx) => filled(ctx, 'sheet'),
  render: async (_outside, { sheet, session, people }) => ({
    bytes: await fillSheet(
      sheet.layout,
      people.map((person) => sheet.sources.map((source) => cellOf(source, person))),
    ),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${sheet.name}-${session.name}.xlsx`,
  }),
});

/** Pixels in height; authorities want portraits of 2 inches at most. */
const PHOTO_HEIGHT = 626;

const photos = download(contract.exportAuthorityPhotos, {
  find: async (ctx) => {
    const { sheet, session, people } = await filled(ctx, 'photos');
    if (sheet.photoName === null) refuse('sheet-not-mapped');
    const count = people.length;
    if (count > MOST_CERTIFICATES) refuse('too-many-certificates', { of: 'photos', count, most: MOST_CERTIFICATES });
    const files = await findFiles(
      ctx.h,
      people.map(({ admitted }) => admitted.photoFileId),
    );
    return { files, people, name: `照片-${session.name}.zip` };
  },
  render: async ({ ports }, { files, people, name }) => {
    const small = await smallPictures(ports.files, files.values(), PHOTO_HEIGHT);
    const named = people.flatMap(({ admitted, fields }) => {
      const photo = small.get(admitted.photoFileId);
      return photo ? [[fields['photo-name'], photo] as const] : [];
    });
    // photos are packed already: nothing to gain by packing them again
    return { bytes: zipSync(Object.fromEntries(named), { level: 0 }), type: 'application/zip', name };
  },
});

export const routes: Route[] = [sheetFile, photos];
