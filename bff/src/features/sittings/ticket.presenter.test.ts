import { fileURLToPath } from 'node:url';
import { localDate } from '@jikaotong/shared/kernel';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { expect, it } from 'vitest';
import { type TicketParts, printedTicket } from './ticket.presenter';

const ticketOf = async (id: string, offeringCode: string) => {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../../../shared/notices/${id}.yaml`, import.meta.url)));
  if (!file.ok) throw new Error(id);
  const { notice } = file.value;
  const parts = {
    ticket: { number: '24090001', token: 't' },
    candidate: { name: '王芳', documentType: 'citizen-id', documentNumber: '11010519491231002X', offeringCode },
    sittings: [],
    frame: { notice, sessionName: '9月', examStart: localDate('2024-09-21') },
    seatingName: null,
  } as unknown as TicketParts;
  return printedTicket(parts, new Uint8Array());
};

it('E24: is to be printed, says when to arrive and where the invoice is, and gives the extension', async () => {
  const { notes, contact } = await ticketOf('cecc-2024-certification', 'pentest-4');
  expect(notes.slice(1)).toEqual([
    '请打印准考证，考试时携带。',
    '建议考生考试当天提前1小时到达考点，预留足够时间配合考点工作人员进行考前检查。',
    '缴费发票由报考人员于考试当日向考务人员申请领取。',
  ]);
  expect(contact).toBe('010-68256762 转 8034');
});

it('S25 二（三）: prints 综合评审 with a time to come, which no other subject has', async () => {
  expect((await ticketOf('shqbxh-2025-certification', 'security-manager-2')).later).toEqual(['综合评审']);
  expect((await ticketOf('shqbxh-2025-certification', 'security-manager-3')).later).toEqual([]);
});

it('S25: gives both consulting numbers; B26: need not be printed', async () => {
  expect((await ticketOf('shqbxh-2025-certification', 'security-manager-3')).contact).toBe(
    '021-54732857、021-54103289',
  );
  const { notes } = await ticketOf('bspia-2026-certification', 'installer-5');
  expect(notes).not.toContain('请打印准考证，考试时携带。');
});
