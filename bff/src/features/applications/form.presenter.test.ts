import { fileURLToPath } from 'node:url';
import { localDate } from '@jikaotong/shared/kernel';
import { type Facts, offeringOf } from '@jikaotong/shared/notice';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { expect, it } from 'vitest';
import { draftForm } from './form.presenter';

type Given = Parameters<typeof draftForm>[1];

const s25 = await (async () => {
  const file = await readNoticeFile(
    fileURLToPath(new URL('../../../../shared/notices/shqbxh-2025-certification.yaml', import.meta.url)),
  );
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value.notice;
})();

const formWith = (facts: Facts) => {
  const given = {
    row: {
      offeringCode: 'security-manager-3',
      route: offeringOf(s25, 'security-manager-3')?.routes[0]?.code,
      submittedAt: null,
    },
    told: { facts, papers: [] },
    frame: { notice: s25, sessionName: '8月' },
    candidate: {
      name: '王芳',
      documentType: 'resident-id',
      origin: 'mainland',
      documentNumber: '11010519491231002X',
      birthDate: localDate('1949-12-31'),
      sex: 'female',
      phone: '13800001234',
      employer: '某公司',
      address: null,
    },
  } as unknown as Given;
  const draft = draftForm('application-form', given);
  if (draft?.kind !== 'form') throw new Error('no form');
  return draft.formWith({ photo: null, signature: null });
};

it('says the condition in words where the notice itself prints none', () => {
  expect(formWith({}).condition).toMatch(/满\s*10\s*年/);
});

it('keeps what was never asked apart from none', () => {
  expect(formWith({})).toMatchObject({ certificates: null, diplomas: null, jobs: null });
  expect(formWith({ certificates: [], diplomas: [], jobs: [] })).toMatchObject({
    certificates: [],
    diplomas: [],
    jobs: [],
  });
});

it('puts the employer of the identity step beside a present job only', () => {
  const job = { occupation: '保安员', from: localDate('2014-03-01'), to: null };
  const jobs = [job, { ...job, to: localDate('2019-01-01') }];
  expect(formWith({ jobs }).jobs).toMatchObject([
    { employer: '某公司', lastDay: null },
    { employer: null, lastDay: '2018-12-31' },
  ]);
});
