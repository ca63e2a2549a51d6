import type { Facts } from '@jikaotong/shared/notice';
import { type Crypto, openJson, sealJson } from '../../platform/crypto';
import type { Application, ApplicationRow, StoredAssessment, StoredPaper } from './application.record';

/** What an application says beside its candidate, in the clear. */
export type ToldParts = { readonly facts: Facts; readonly papers: readonly StoredPaper[] };

type Sealing = Pick<Crypto, 'encryptField' | 'decryptField'>;
type Row = Pick<Application, 'id' | 'facts' | 'papers'>;

export const openToldParts = (crypto: Sealing, { id, facts, papers }: Row): ToldParts => ({
  facts: facts === null ? {} : openJson(crypto, placeOf(id, 'facts'), facts),
  papers: papers === null ? [] : openJson(crypto, placeOf(id, 'papers'), papers),
});

export const sealToldParts = (
  crypto: Sealing,
  id: string,
  { facts, papers }: ToldParts,
): Pick<ApplicationRow, 'facts' | 'papers'> => ({
  facts: sealJson(crypto, placeOf(id, 'facts'), facts),
  papers: sealJson(crypto, placeOf(id, 'papers'), papers),
});

/** The judgement it was admitted by; it quotes the answers. */
export const openAssessment = (
  crypto: Sealing,
  { id, assessment }: Pick<Application, 'id' | 'assessment'>,
): StoredAssessment | null => (assessment === null ? null : openJson(crypto, placeOf(id, 'assessment'), assessment));

export const sealAssessment = (crypto: Sealing, id: string, assessment: StoredAssessment) =>
  sealJson(crypto, placeOf(id, 'assessment'), assessment);

/** Why it was rejected. */
export const openRejection = (crypto: Sealing, { id, rejection }: Pick<Application, 'id' | 'rejection'>) =>
  rejection === null ? null : crypto.decryptField(placeOf(id, 'rejection'), rejection);

export const sealRejection = (crypto: Sealing, id: string, reason: string): Buffer =>
  crypto.encryptField(placeOf(id, 'rejection'), reason);

const placeOf = (row: string, column: 'facts' | 'papers' | 'assessment' | 'rejection') => ({
  table: 'application',
  column,
  row,
});
