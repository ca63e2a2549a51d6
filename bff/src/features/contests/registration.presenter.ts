import type { RegistrationView } from '@jikaotong/shared/contract';
import { maskNumber, maskPhone } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import type { Context } from '../../platform/http';
import { loadContest, presentContest } from './contest';
import type { Registration } from './contest.record';
import { findEntryByAccountKey } from './entry.repository';
import { stepsOf } from './steps';

/** The columns that are sealed, and where they live. */
export const registrationPlace = (id: string, column: 'documentNumber' | 'phone') => ({
  table: 'contest_registration',
  column,
  row: id,
});

/** The number and phone of a record, opened. */
export const openRegistration = (crypto: Crypto, { id, documentNumber, phone }: Registration) => ({
  documentNumber:
    documentNumber === null ? null : crypto.decryptField(registrationPlace(id, 'documentNumber'), documentNumber),
  phone: phone === null ? null : crypto.decryptField(registrationPlace(id, 'phone'), phone),
});

/** A record as its owner sees it: the ticks against the steps as printed now, and whether the list names the owner. */
export async function presentRegistration(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  row: Registration,
): Promise<RegistrationView> {
  const contest = await loadContest(ctx, row.noticeId);
  const { documentNumber, phone } = openRegistration(ctx.ports.crypto, row);
  const entry = await findEntryByAccountKey(ctx.h, row.accountKey);
  return {
    noticeId: row.noticeId,
    version: row.version,
    way: row.way,
    ticks: row.ticks.flatMap(({ way, text, on }) => {
      const at = stepsOf(contest.notice, way).findIndex((step) => step.text === text);
      return at < 0 ? [] : [{ way, step: at + 1, on }];
    }),
    state: row.state,
    reference: row.reference,
    registeredOn: row.registeredOn,
    name: row.name,
    phoneMasked: phone === null ? null : maskPhone(phone),
    documentType: row.documentType,
    documentNumberMasked: documentNumber === null ? null : maskNumber(documentNumber),
    listed: entry?.listedOn
      ? {
          entryId: entry.id,
          on: entry.listedOn,
          reference: entry.listReference,
          ...(entry.photo && { photoUrl: ctx.ports.files.link(entry.photo.fileId) }),
        }
      : null,
    contest: await presentContest(ctx.h, contest, ctx.now.day),
  };
}
