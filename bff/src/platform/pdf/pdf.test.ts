import jsQR from 'jsqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Pdf, openPdf } from './index';
import { qrBars } from './qr';
import { readPdfText } from './read-text.testing';
import { SAMPLE_QR, sampleApplicationForm, sampleCertificate, sampleLetter, sampleTicket } from './sample.testing';

let pdf: Pdf;
beforeAll(async () => {
  pdf = await openPdf();
});

const pagesOf = (file: Buffer): number => file.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;
const textOf = (file: Buffer): string => readPdfText(file).replace(/[\n　]/g, '');

describe('the ticket', () => {
  it('holds name, number, sites, times and seats as text on one page', async () => {
    const file = await pdf.renderTicket(await sampleTicket());
    expect(pagesOf(file)).toBe(1);
    const text = textOf(file);
    for (const part of [
      '2612011230017',
      '欧阳晓燕',
      '110105********002X',
      '安全防范系统安装维护员',
      '北京安全防范行业协会考点',
      '实操培训基地',
      '09:00—10:30',
      '2026-12-12星期六',
      '第1考场',
      '07',
      '蓝牙耳机',
      '13910777341',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('\uFFFD');
  });

  it('goes on over a second page when the notes are long', async () => {
    const ticket = await sampleTicket();
    const notes = Array.from({ length: 40 }, (_, index) => `第${index}条须知，请仔细阅读并遵守考场各项规定。`);
    const file = await pdf.renderTicket({ ...ticket, notes });
    expect(pagesOf(file)).toBe(2);
    expect(textOf(file)).toContain('第39条须知');
  });

  it('is drawn again with the same fonts for the next candidate', async () => {
    const ticket = await sampleTicket();
    const [first, second] = await Promise.all([
      pdf.renderTicket({ ...ticket, name: '王一' }),
      pdf.renderTicket({ ...ticket, name: '买买提·吐尔逊' }),
    ]);
    expect(textOf(first)).toContain('王一');
    expect(textOf(second)).toContain('买买提·吐尔逊');
    expect(textOf(second)).not.toContain('王一');
  });

  it('throws on a photo that is none', async () => {
    const ticket = await sampleTicket();
    await expect(pdf.renderTicket({ ...ticket, photo: new Uint8Array([1, 2, 3]) })).rejects.toThrow('image');
  });
});

describe('the QR code', () => {
  it('of bars decodes to its token', () => {
    const scale = 4;
    const modules = Math.round(1000 / Math.min(...qrBars(SAMPLE_QR, 1000).map((bar) => bar.height)));
    const side = (modules + 8) * scale;
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
    for (const bar of qrBars(SAMPLE_QR, modules * scale)) {
      for (let y = Math.round(bar.y); y < Math.round(bar.y + bar.height); y += 1) {
        for (let x = Math.round(bar.x); x < Math.round(bar.x + bar.width); x += 1) {
          pixels.fill(
            0,
            ((y + 4 * scale) * side + x + 4 * scale) * 4,
            ((y + 4 * scale) * side + x + 4 * scale) * 4 + 3,
          );
        }
      }
    }
    expect(jsQR(pixels, side, side)?.data).toBe(SAMPLE_QR);
  });
});

describe('other papers', () => {
  it('a certificate holds number, name, document, occupation, level, body and day', async () => {
    const file = await pdf.renderCertificate(await sampleCertificate());
    expect(pagesOf(file)).toBe(1);
    const text = textOf(file);
    for (const part of [
      'Y000111000000265000012',
      '欧阳晓燕',
      '11010519491231002X',
      '五级/初级工',
      '2026年12月30日',
      'jndj.osta.org.cn',
    ])
      expect(text).toContain(part);
    expect(pagesOf(await pdf.renderCertificate({ ...(await sampleCertificate()), seal: null, lookupUrl: null }))).toBe(
      1,
    );
  });

  it('each letter has its title and statement', async () => {
    const [experience, work, education, forfeits] = await Promise.all(
      (await sampleLetter()).map(async (each) => pdf.renderLetter(each)),
    );
    expect(experience && textOf(experience)).toContain('工作经历承诺书');
    expect(experience && textOf(experience)).toContain('2014.03 至 2019.06');
    expect(work && textOf(work)).toContain('拟从事本职业或相关职业工作');
    expect(forfeits && textOf(forfeits)).toContain('按贵单位通知四（二）');
    expect(forfeits && textOf(forfeits)).not.toContain('承诺');
    expect(work && textOf(work)).toContain('日期：');
    expect(education && textOf(education)).toContain('在读应届毕业生，预计于2027年7月毕业');
  });

  it('the application form fits one page, and a long working life takes a second', async () => {
    const form = await sampleApplicationForm();
    const file = await pdf.renderApplicationForm(form);
    expect(pagesOf(file)).toBe(1);
    for (const part of ['北京市职业技能等级认定申报表', '1949年12月31日', '申报人（签名）', '符合申报条件'])
      expect(textOf(file)).toContain(part);
    const jobs = Array.from({ length: 12 }, () => form.jobs ?? []).flat();
    expect(
      pagesOf(await pdf.renderApplicationForm({ ...form, jobs, photo: null, signature: null, review: null })),
    ).toBe(2);
  });

  it('the application form tells what was never asked from what there is none of', async () => {
    const form = await sampleApplicationForm();
    const none = textOf(await pdf.renderApplicationForm({ ...form, certificates: [], diplomas: [], jobs: [] }));
    const unasked = textOf(
      await pdf.renderApplicationForm({ ...form, certificates: null, diplomas: null, jobs: null }),
    );
    expect([none.includes('未填写'), unasked.match(/未填写/g)?.length]).toEqual([false, 3]);
  });
});

describe('missing glyphs', () => {
  const rare = { name: '王𠮷', bodyName: '北京𠮷协会', occupation: '保安员𠮷' };
  it.each<[string, () => Promise<Buffer>]>([
    ['a ticket', async () => pdf.renderTicket({ ...(await sampleTicket()), ...rare, notes: ['带𠮷'], contact: '😀' })],
    ['a certificate', async () => pdf.renderCertificate({ ...(await sampleCertificate()), ...rare })],
    ['a letter', async () => pdf.renderLetter(await rareLetter())],
    ['a form', async () => pdf.renderApplicationForm({ ...(await sampleApplicationForm()), ...rare })],
  ])('of any text stand as 〓 on %s, never as a box', async (_, render) => {
    const text = textOf(await render());
    for (const shown of ['王〓', '北京〓协会', '保安员〓']) expect(text).toContain(shown);
    expect(text).not.toMatch(/[𠮷😀\0\ufffd]/u);
  });
  const rareLetter = async () => {
    const [letter] = await sampleLetter();
    if (!letter) throw new Error('no sample');
    return { ...letter, ...rare };
  };

  it('are named once each', () => {
    expect(pdf.missingGlyphs('𠮷田𠮷')).toEqual(['𠮷']);
    expect(pdf.missingGlyphs('欧阳晓燕·ABC（）')).toEqual([]);
  });
});
