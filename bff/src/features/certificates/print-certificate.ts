import type { Handle } from '../../platform/db';
import { findFile } from '../../platform/files';
import type { Download, Outside } from '../../platform/http';
import { findBody } from '../bodies';
import { loadNoticeVersion } from '../notices';
import { findSession } from '../sessions';
import { picturedCertificate, printedCertificate } from './certificate.presenter';
import type { Certificate } from './certificate.record';

/** The official look-up of a session's certificates; null where its notice names none. */
export async function lookupUrlOf(h: Handle, sessionId: string): Promise<string | null> {
  const session = await findSession(h, sessionId);
  if (!session) throw new Error(`session ${sessionId} is gone`);
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  return notice.certificate?.lookUps[0]?.url ?? null;
}

/** A certificate with the pictures that go on it. */
export async function findPrintable(h: Handle, certificate: Certificate) {
  const photo = await findFile(h, certificate.photoFileId);
  if (!photo) throw new Error(`the photo of certificate ${certificate.id} is gone`);
  const sealFileId = (await findBody(h, certificate.bodyId))?.sealFileId ?? null;
  const lookupUrl = await lookupUrlOf(h, certificate.sessionId);
  return { certificate, lookupUrl, photo, seal: sealFileId === null ? null : await findFile(h, sealFileId) };
}

/** The certificate as a file. */
export async function renderCertificate(
  { ports }: Pick<Outside, 'ports'>,
  { certificate, lookupUrl, photo, seal }: Awaited<ReturnType<typeof findPrintable>>,
): Promise<Download> {
  const pictures = {
    photo: await ports.files.readCopy(photo),
    seal: seal && (await ports.files.readCopy(seal)),
    lookupUrl,
  };
  return {
    bytes: await ports.pdf.renderCertificate(printedCertificate(ports, certificate, pictures)),
    type: 'application/pdf',
    name: `职业技能等级证书-${certificate.number}.pdf`,
  };
}

/** The certificate as a picture. */
export const drawCertificate = async (
  { ports }: Pick<Outside, 'ports'>,
  { certificate, photo }: Awaited<ReturnType<typeof findPrintable>>,
): Promise<Download> => ({
  bytes: await ports.pdf.drawCardPng(picturedCertificate(ports, certificate, await ports.files.readCopy(photo))),
  type: 'image/png',
  name: `职业技能等级证书-${certificate.number}.png`,
});
