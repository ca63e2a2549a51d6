import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterResults, rosterRows, rosters } from '@jikaotong/shared/contract';
import { candidateByPhone } from '../support/people';
import { planSession } from '../support/plan-session';
import { qrIn } from '../support/qr-in';
import { readPages, textOf } from '../support/read-pages';
import { openRoster } from '../support/rosters';
import { sendSheet } from '../support/send-sheet';
import { type TrainingBody, openTrainingBody, phoneOfLine, valuesOfLine } from '../support/training-body';

const MANY = 3;

/** What the code in the upper right corner of each page says, drawn again from its bars. */
async function codesIn(pdf: Buffer): Promise<(string | null)[]> {
  const codes = [];
  const file = pdf.toString('latin1');
  for (const match of file.matchAll(/\/Length (\d+)[^>]*\/FlateDecode[^>]*>>\nstream\n/g)) {
    const start = match.index + match[0].length;
    const drawn = inflateSync(pdf.subarray(start, start + Number(match[1]))).toString('latin1');
    const bars = [...drawn.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)]
      .map(([, x, y, width, height]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }))
      .filter(({ x, y, height }) => x > 510 && y < 75 && height < 5);
    if (bars.length === 0) continue;
    const rects = bars.map(
      ({ x, y, width, height }) =>
        `<rect x="${(x - 500) * 8}" y="${y * 8}" width="${width * 8}" height="${height * 8}"/>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640"><rect width="640" height="640" fill="#fff"/>${rects.join('')}</svg>`;
    codes.push(await qrIn(Buffer.from(svg)));
  }
  return codes;
}

describe('the papers of a roster that its people sign', () => {
  let body: TrainingBody;
  beforeAll(async () => {
    body = await openTrainingBody();
  });
  afterAll(() => body.world.stop());
  const params = () => ({ id: body.roster.id });

  it('are in one file, each page with the code that opens its row', async () => {
    const { agent } = body;
    const forms = { params: params() };
    expect((await agent.api.refused(rosterResults.downloadRosterForms, forms)).code).toBe('nobody-to-sign');
    const ids: string[] = [];
    for (let nth = 0; nth < MANY; nth += 1) {
      const values = { ...valuesOfLine(nth), phone: phoneOfLine(nth) };
      ids.push((await agent.api.ok(rosterRows.addRosterRow, { ...forms, body: { values } })).id);
    }
    const pdf = await agent.api.file(rosterResults.downloadRosterForms, forms);
    const pages = await readPages(pdf);
    const texts = pages.map((page) => textOf([page]));
    expect(texts.filter((text) => text.includes(valuesOfLine(0)['documentNumber'] ?? '?')).length).toBeGreaterThan(0);
    const codes = await codesIn(pdf);
    expect(codes).toHaveLength(pages.length);
    // what was signed, and which page of how many it is, stands behind
    expect(codes.map((code) => code?.replace(/&form=[0-9a-f]{8}(?=\.)/, ''))).toEqual(
      ids.flatMap((id) =>
        ['.1.2', '.2.2'].map(
          (page) => `${body.world.origin}/#/packages/unit/row/index?id=${body.roster.id}&row=${id}${page}`,
        ),
      ),
    );
  });

  it('are followed by no list to fetch certificates with, where the notice prints no such way', async () => {
    const list = { params: params() };
    const refused = await body.agent.api.refused(rosterResults.downloadRosterCertificateList, list);
    expect(refused.code).toBe('collection-not-offered');
    const seen = await body.agent.api.ok(rosterResults.getRosterResults, list);
    expect(seen).toMatchObject({ unitFetches: false, rows: [] });
  });

  it('come again in the next session: the list of the last one is taken over as it was downloaded', async () => {
    const { world, administrator, agent, unit } = body;
    await world.moveTo('2024-09-10');
    expect((await agent.api.ok(rosters.getRoster, { params: params() })).closed?.code).toBe('too-late');
    const bytes = await agent.api.file(rosters.downloadRoster, { params: params() });
    const sessionId = await planSession(administrator, {
      noticeId: 'cecc-2024-certification',
      name: '2024年12月批次',
      examOn: '2024-12-21',
      offerings: { 'blockchain-4': ['theory', 'skill'] },
      opens: '2024-09-10',
      closes: '2024-11-25',
      payBy: '2024-12-01',
    });
    const next = await openRoster(agent, unit, sessionId);
    const sent = { endpoints: rosters.rosterSheet, id: next.id, bytes };
    expect(await sendSheet(world, agent, sent)).toMatchObject({
      state: 'done',
      counts: { added: MANY },
      applied: MANY,
    });
    expect((await agent.api.ok(rosters.getRoster, { params: { id: next.id } })).counts.total).toBe(MANY);
  });

  it('are nobody else’s', async () => {
    const other = await candidateByPhone(body.world, '13900000088');
    expect((await other.api.refused(rosterResults.downloadRosterForms, { params: params() })).code).toBe('not-found');
  });
});
