import type { OwnCertificate } from './own-applications';
import type { Phone } from './phone';

/** Anybody checks a certificate: with a wrong name, with the right one, and by a picture of its code. */
export const verify = async (
  phone: Phone,
  address: string,
  name: string,
  { number, card }: OwnCertificate,
): Promise<void> => {
  await phone.open(address);
  await phone.tapWord('查询');
  await phone.look('查询');
  await phone.tap('go-verify');
  await phone.type('certificate-number', number);
  await phone.type('certificate-name', '李四');
  await phone.tap('verify');
  await phone.sees('没有查到');
  await phone.look('没有查到');
  await phone.type('certificate-name', name);
  await phone.tap('verify');
  await phone.sees('与发证机构的登记一致');
  await phone.look('核验通过');
  await phone.pick('scan-certificate', { name: 'certificate.png', type: 'image/png', bytes: card });
  await phone.sees('与发证机构的登记一致');
  await phone.look('扫码核验');
};
