import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cameraPicture } from '../builders/photos';
import { identityOf } from '../support/apply';
import { firstAdministrator } from '../support/people';
import { projectFolder } from '../support/project-folder';
import { openBrowserWorld } from './browser-world';
import { giveConsent, handIn, pickPhoto, sign } from './candidate';
import type { Phone } from './phone';
import { importNotice, tickAssumptions } from './staff';

const rjea = { id: 'rjea', name: '蓉江电梯行业协会' } as const;
const noticeId = 'rjea-2026-certification';
const offering = 'elevator-mechanic-special';
const mobile = '13800003333';
const fileOf = async (ending: string) => ({
  name: `${noticeId}.${ending}`,
  type: 'text/plain',
  bytes: await readFile(join(projectFolder, 'test/notices', `${noticeId}.${ending}`)),
});

it('takes in a notice that the language was not made for, plans a session of it and is applied to', async () => {
  const { world, candidateOn, staffOn } = await openBrowserWorld({ day: '2026-03-25' });
  await firstAdministrator(world, 'rongjiang', rjea);

  const desk = await staffOn('第六份通知的工作人员', 'rongjiang');
  await importNotice(desk, { yaml: await fileOf('yaml'), raw: await fileOf('txt') }, /特级技师/);
  await planSession(desk, world.origin);

  const phone = await candidateOn('特级技师考生', mobile);
  await checkEligibility(phone);
  await apply(phone);
  expect([...desk.faults(), ...phone.faults()]).toEqual([]);
});

/** Exam day and offering; the days that the notice counts from it are there already. */
async function planSession(desk: Phone, origin: string): Promise<void> {
  await desk.open(`${origin}/#/packages/staff/home/index`);
  await desk.tap('new-session');
  await desk.tap(`choose-notice-${noticeId}`);
  await desk.sees('项目和日期');
  await desk.type('exam-start', '2026-05-23');
  await desk.tap('choose-listed');
  await desk.sees('按通知从考试日期推算');
  await desk.sees('论文答辩');
  await desk.look('批次计划');
  await desk.tap('save-plan');
  await desk.tap('take-notice-address');
  await desk.tap('usual-hours');
  await desk.look('考点');
  await desk.tap('save-places');
  await desk.sees('确认各项时间');
  await tickAssumptions(desk);
  await desk.look('各项时间');
  await desk.tap('confirm-windows');
  await desk.tap('publish-session');
  await desk.tapWord('发布');
  await desk.page.locator('[id="publish-session"]:visible').waitFor({ state: 'detached' });
  await desk.look('批次');
}

/** Certificates, jobs, titles, a statement and a diploma: in by the innermost way. */
async function checkEligibility(phone: Phone): Promise<void> {
  await phone.tap(`notice-${noticeId}`);
  await phone.sees('2026年5月批次');
  await phone.look('通知');
  await phone.tap(`offering-${offering}`);
  await phone.sees('考试科目');
  await phone.look('项目');
  await phone.page.goBack();
  await phone.sees('申报项目与认定月份');
  await phone.tap('self-check');
  await phone.tap(`choose-${offering}`);
  await answerQuestions(phone);
  await phone.sees('符合报名条件');
  await phone.look('自测结论');
}

async function answerQuestions(phone: Phone): Promise<void> {
  const at = (id: string) => phone.page.locator(`[id="${id}"]:visible`).last();
  for (let number = 1; ; number += 1) {
    expect(number).toBeLessThanOrEqual(9);
    await phone.sees(new RegExp(`第 ${number} 题|按您填写的情况，符合报名条件`));
    const title = await phone.page.locator('.heading__title:visible').last().innerText();
    if (title.includes('符合报名条件')) return;
    await phone.look(`问题${number}`);
    if (title.includes('证书或技能')) {
      await at('certificate-occupation').selectOption({ label: '电梯安装维修工' });
      await at('certificate-level').selectOption({ label: '一级/高级技师' });
      await at('certificate-issued').fill('2021-06-30');
      await phone.tap('next');
    } else if (title.includes('哪些工作')) {
      await at('job-occupation').selectOption({ label: '电梯安装维修工' });
      await phone.type('job-employer', '榕江电梯维保有限公司');
      await at('job-from').fill('2008-07-01');
      await phone.tap('next');
    } else if (title.includes('毕业证书')) {
      await at('diploma-school').selectOption({ label: '大学本科' });
      await at('diploma-major').selectOption({ label: '机械工程' });
      await at('diploma-status').selectOption({ label: '已毕业' });
      await at('diploma-on').fill('2015-07-01');
      await phone.tap('next');
    } else if (title.includes('职称')) await phone.tap('none');
    else if (title.includes('技术革新')) await phone.tapWord('是');
    else await phone.tap('unsure');
  }
}

async function apply(phone: Phone): Promise<void> {
  await phone.tap('apply');
  await giveConsent(phone);
  const who = identityOf();
  // the employer of the present job came along
  expect(await phone.page.locator('[id="employer"]:visible').last().inputValue()).toBe('榕江电梯维保有限公司');
  await phone.type('name', '罗师傅');
  await phone.type('document-number', who.documentNumber);
  await phone.tap('long-term');
  await phone.tap('next-step');
  await pickPhoto(phone, 'choose-photo');
  await phone.tap('next-step');
  // the answers of the check settled the condition, so no page asks for it again
  await phone.tapWord('技术革新项目证明，以及毕业证书');
  await phone.look('申报材料');
  await phone.type('number-certificate-original-or-number', 'S000051000123211000001');
  for (const document of ['innovation-proof', 'diploma']) {
    const scan = { name: `${document}.jpg`, type: 'image/jpeg', bytes: await cameraPicture() };
    await phone.pick(`upload-${document}`, scan);
    await phone.page.locator(`[id="remove-${document}-1"]:visible`).waitFor();
  }
  await phone.look('材料已传');
  await phone.tap('next-step');
  await sign(phone);
  await handIn(phone, '提交');
}
