import type { BodyOf, registrations as contract } from '@jikaotong/shared/contract';
import { parseIdentityNumber } from '@jikaotong/shared/rules/identity';
import { normaliseName } from '@jikaotong/shared/rules/identity';
import { isDuplicate, newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { hasConsented, loadAccount } from '../accounts';
import { accountKeyOf, phoneIndexOf } from '../candidates';
import { postersOf } from '../notices';
import { documentIndexOf } from '../persons';
import type { Contest } from './contest';
import type { Entry, Registration } from './contest.record';
import { refuseOutside } from './enter';
import { knownEntrant, openEntry } from './entrant';
import { claimListEntry } from './match-list-entry';
import { openRegistration, registrationPlace } from './registration.presenter';
import { changeRegistrationIf, findRegistration, insertRegistration } from './registration.repository';
import { planReminders } from './reminder.job';
import { stepsOf } from './steps';

type Given = { readonly accountId: string; readonly contest: Contest };

/**
 * Ticks a step off, or takes the tick back, while people register. Refuses `not-found`, by the window,
 * `changed-meanwhile`.
 */
export async function tick(
  ctx: Context,
  given: Given & { readonly step: number; readonly way: Registration['way']; readonly done: boolean },
): Promise<void> {
  const { contest, step, way, done } = given;
  const text = stepsOf(contest.notice, way)[step - 1]?.text ?? refuse('not-found');
  refuseOutside(ctx, contest);
  const row = await startedRecord(ctx, given, way);
  const others = row.ticks.filter((one) => one.way !== way || one.text !== text);
  const ticks = done ? [...others, { way, text, on: ctx.now.day }] : others;
  await change(ctx, row, { way, ticks });
}

/** Notes how it stands; possible after closing too where a record was begun before. Refuses as the contract says. */
export async function note(
  ctx: Context,
  given: Given & { readonly body: BodyOf<typeof contract.noteRegistration> },
): Promise<void> {
  const { accountId, contest, body } = given;
  if (stepsOf(contest.notice, body.way).length === 0) refuse('not-found');
  if (!hasConsented(await loadAccount(ctx.h, accountId))) refuse('consent-needed');
  if (body.registeredOn !== null && body.registeredOn > ctx.now.day)
    refuse('invalid-input', { issues: ['body.registeredOn'] });
  const begun = await findRegistration(ctx.h, accountKeyOf(contest.notice.id, accountId));
  if (!begun) refuseOutside(ctx, contest);
  const row = begun ?? (await startedRecord(ctx, given, body.way));
  const { way, state, reference, registeredOn } = body;
  const set = { way, state, reference, registeredOn, ...(await whoColumns(ctx, row, body)) };
  await change(ctx, row, set);
  const isGuess = set.name !== row.name || set.documentIndex !== row.documentIndex;
  await claimListEntry(ctx, contest, { ...row, ...set, isGuess });
}

/** Whoever claims an entry of a list has a record of that registration from then on, saying what the list says. */
export async function recordListed(ctx: Context, contest: Contest, entry: Entry, accountId: string): Promise<void> {
  const { crypto } = ctx.ports;
  const row = await startedRecord(ctx, { accountId, contest }, 'individual');
  const { documentNumber, phone } = openEntry(crypto, entry);
  await change(ctx, row, {
    state: 'accepted',
    reference: row.reference ?? entry.listReference,
    name: entry.name,
    documentType: entry.documentType,
    documentNumber: crypto.encryptField(registrationPlace(row.id, 'documentNumber'), documentNumber),
    documentIndex: entry.documentIndex,
    phone: phone === null ? null : crypto.encryptField(registrationPlace(row.id, 'phone'), phone),
    phoneIndex: entry.phoneIndex,
  });
}

/** The record of an account, begun now unless it was before; whoever begins is reminded before closing. */
async function startedRecord(
  ctx: Context,
  { accountId, contest }: Given,
  way: Registration['way'],
): Promise<Registration> {
  const accountKey = accountKeyOf(contest.notice.id, accountId);
  const found = await findRegistration(ctx.h, accountKey);
  if (found) return found;
  const row: Registration = {
    id: newId(),
    version: 1,
    accountId,
    bodyId: contest.notice.body.id,
    noticeId: contest.notice.id,
    accountKey,
    way,
    ticks: [],
    state: 'preparing',
    reference: null,
    registeredOn: null,
    name: null,
    documentType: null,
    documentNumber: null,
    documentIndex: null,
    phone: null,
    phoneIndex: null,
    createdAt: ctx.now.ms,
  };
  await insertRegistration(ctx.h, row).catch((error: unknown) => {
    // the same account tapped twice
    if (isDuplicate(error, 'uq_contest_registration_account')) refuse('changed-meanwhile');
    throw error;
  });
  ctx.audit('registration-begun', { noticeId: row.noticeId });
  const [poster] = await postersOf(ctx.h, [row.noticeId]);
  if (poster) await planReminders(ctx, poster, accountId);
  return row;
}

async function change(ctx: Context, row: Registration, set: Partial<Registration>): Promise<void> {
  if (!(await changeRegistrationIf(ctx.h, { id: row.id, version: row.version }, set))) refuse('changed-meanwhile');
  ctx.audit('registration-changed', { noticeId: row.noticeId }, { fields: Object.keys(set).toSorted().join(' ') });
}

/** Who the candidate is there: what is not typed anew is what was told before, here or in another entry. */
async function whoColumns(ctx: Context, row: Registration, body: BodyOf<typeof contract.noteRegistration>) {
  const { crypto } = ctx.ports;
  const before = openRegistration(crypto, row);
  const known = await knownEntrant(ctx.h, crypto, row.accountId);
  const { documentType } = body;
  const kept =
    documentType === row.documentType && before.documentNumber !== null
      ? before.documentNumber
      : documentType === known.documentType
        ? known.documentNumber
        : null;
  const documentNumber = documentType === null ? null : numberOf(ctx, documentType, body.documentNumber ?? kept);
  const phone = body.phone ?? before.phone ?? known.phone;
  return {
    name: body.name === null ? null : normaliseName(body.name),
    documentType: documentNumber === null ? null : documentType,
    documentNumber:
      documentNumber === null ? null : crypto.encryptField(registrationPlace(row.id, 'documentNumber'), documentNumber),
    documentIndex:
      documentNumber === null || documentType === null
        ? null
        : documentIndexOf(crypto, { documentType, documentNumber }).index,
    phone: phone === null ? null : crypto.encryptField(registrationPlace(row.id, 'phone'), phone),
    phoneIndex: phone === null ? null : phoneIndexOf(crypto, phone),
  };
}

function numberOf(ctx: Context, documentType: NonNullable<Registration['documentType']>, given: string | null) {
  if (given === null) return null;
  const parsed = parseIdentityNumber(documentType, given, ctx.now.day);
  return parsed.ok ? parsed.value.number : refuse('identity-refused', { faults: [parsed.error] });
}
