import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { assess } from '@jikaotong/shared/rules/eligibility';
import { parseIdentityNumber } from '@jikaotong/shared/rules/identity';
import { projectFolder } from '../support/project-folder';
import { citizenNumber, withWrongCheck } from './citizen-number';
import { futureInstaller, longServingGuard, newGuard } from './facts';

// A story whose people are not what their names say would prove the wrong thing.
describe('the people of the stories', () => {
  const on = localDate('2026-11-23');

  it.each<[string, Facts, string, string]>([
    ['a future installer', futureInstaller(), 'installer-5', 'eligible'],
    ['a future installer who does not intend', futureInstaller({ intends: false }), 'installer-5', 'ineligible'],
    ['a guard since 2014', longServingGuard(), 'security-manager-3', 'eligible'],
    ['a guard for four years', newGuard(), 'security-manager-3', 'ineligible'],
  ])('%s', async (_, facts, offeringCode, verdict) => {
    const file = await readNoticeFile(join(projectFolder, 'shared/notices/bspia-2026-certification.yaml'));
    if (!file.ok) throw new Error('the notice does not read');
    expect(assess({ notice: file.value.notice, offeringCode, facts, on }).verdict).toBe(verdict);
  });

  it('carry numbers that say who they are', () => {
    const number = citizenNumber({ birthDate: '1990-05-01', sex: 'female', order: 7 });
    expect(parseIdentityNumber('resident-id', number, on)).toMatchObject({
      ok: true,
      value: { birthDate: '1990-05-01', sex: 'female' },
    });
    expect(parseIdentityNumber('resident-id', withWrongCheck(number), on)).toMatchObject({
      ok: false,
      error: { code: 'identity-check-digit' },
    });
  });
});
