import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates, collections } from '@jikaotong/shared/contract';
import { certificateFormOf } from '@jikaotong/shared/rules/numbering';
import { proveCount } from '../../bff/src/prove-count.testing';
import type { Candidate, Examination } from '../support/examination';
import { issuedSession } from '../support/issued';
import { KNOWN_KEYS } from '../support/many-paid';
import { readPages, textOf } from '../support/read-pages';
import { type World, openWorld } from '../support/world';

const MANY = proveCount(24);
/** So many are looked up by strangers: they have a budget. */
const LOOKED_UP = 8;

describe(`${MANY} certificates of one session`, () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let rows: Awaited<ReturnType<Awaited<ReturnType<typeof issuedSession>>['rows']>>;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    const issued = await issuedSession(world, { more: MANY - 2 });
    ({ exam, anna } = issued);
    rows = await issued.rows();
  });
  afterAll(() => world.stop());

  const pagesOf = async (query: { from?: string; to?: string } = {}) =>
    readPages(
      await exam.publisher.api.file(collections.printCertificates, {
        params: { ...exam.params, print: 'certificates' },
        query,
      }),
    );

  it('are numbered without gap or twin, each in the national form', () => {
    const numbers = rows.map(({ number }) => number);
    expect(numbers.map((number) => Number(number.slice(16)))).toEqual(Array.from({ length: MANY }, (_, at) => at + 1));
    expect(new Set(numbers.map((number) => certificateFormOf(number)))).toEqual(new Set(['vocational-skill']));
  });

  it('are printed in one file, a page each in the order of the numbers, as another program reads them', async () => {
    const pages = (await pagesOf()).map((page) => textOf([page]));
    expect(pages).toHaveLength(MANY);
    for (const [at, { number, name }] of rows.entries()) {
      expect(pages[at]).toContain(number);
      expect(pages[at]).toContain(name);
    }
    const run = await pagesOf({ from: rows[2]?.number ?? '', to: rows[4]?.number ?? '' });
    expect(run).toHaveLength(3);
  });

  it('are each found true by a stranger who reads number and name off the page', async () => {
    for (const { number, name } of rows.slice(0, LOOKED_UP)) {
      const query = { number, name };
      expect(await world.stranger.ok(certificates.verifyCertificate, { query })).toMatchObject({
        number,
        state: 'issued',
      });
    }
    const mistaken = { number: rows[0]?.number ?? '', name: rows[1]?.name ?? '' };
    expect((await world.stranger.refused(certificates.verifyCertificate, { query: mistaken })).code).toBe('not-found');
    const { qr } = await anna.person.api.ok(certificates.getCertificate, { params: { id: anna.id } });
    expect(await world.stranger.ok(certificates.verifyCertificate, { query: { token: qr } })).toMatchObject({
      state: 'issued',
    });
  });

  it('are on the list to sign, each once, and name no number of a document in full', async () => {
    const pages = await readPages(
      await exam.publisher.api.file(collections.printCertificates, {
        params: { ...exam.params, print: 'hand-out' },
        query: {},
      }),
    );
    const text = textOf(pages);
    for (const { number } of rows) expect(text.split(number)).toHaveLength(2);
    expect(text).not.toMatch(/(?<![S\d])\d{17}[\dX](?!\d)/);
  });
});
