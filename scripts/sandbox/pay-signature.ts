import { createCipheriv, randomBytes, sign, verify } from 'node:crypto';
import type { SandboxContext, SandboxRequest } from './sandbox-context';
import type { SandboxMerchant } from './secrets';

const SCHEME = 'WECHATPAY2-SHA256-RSA2048 ';
const OFFSET_SECONDS = 300;

/** The merchant whose signature the request bears, or why it is refused. */
export function merchantOf(ctx: SandboxContext, request: SandboxRequest): SandboxMerchant | string {
  const header = request.headers.authorization ?? '';
  if (!header.startsWith(SCHEME)) return 'Authorization 方案不正确';
  const fields = new Map(
    [...header.slice(SCHEME.length).matchAll(/(\w+)="([^"]*)"/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
  const merchant = ctx.merchant(fields.get('mchid') ?? '');
  if (!merchant) return '商户号不存在';
  if (fields.get('serial_no') !== merchant.serial) return '商户证书序列号有误';
  const timestamp = fields.get('timestamp') ?? '';
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= OFFSET_SECONDS)) return '时间戳超出允许范围';
  const signed = `${request.method}\n${request.target}\n${timestamp}\n${fields.get('nonce_str') ?? ''}\n${request.body}\n`;
  const good = verify(
    'sha256',
    Buffer.from(signed),
    merchant.publicKeyPem,
    Buffer.from(fields.get('signature') ?? '', 'base64'),
  );
  return good ? merchant : '签名错误';
}

/** Headers with which the platform signs a body; `forgedWith` signs with another key on purpose. */
export function platformSignature(
  ctx: Pick<SandboxContext, 'secrets'>,
  merchant: SandboxMerchant,
  body: string,
  forged = false,
): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const key = forged ? merchant.privateKeyPem : ctx.secrets.platformPrivateKeyPem;
  return {
    'Wechatpay-Serial': merchant.platformKeyId,
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': sign('sha256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), key).toString('base64'),
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  };
}

/** The `resource` of a notification: AES-256-GCM under the merchant's API v3 key. */
export function sealResource(merchant: SandboxMerchant, type: string, plain: string) {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', merchant.apiV3Key, nonce).setAAD(Buffer.from(type));
  const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return {
    original_type: type,
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    associated_data: type,
    nonce,
  };
}

/** Whether the parameters of wx.requestPayment bear the merchant's signature. */
export function isPaymentSigned(
  merchant: SandboxMerchant,
  p: { timeStamp: string; nonceStr: string; package: string; paySign: string },
): boolean {
  const signed = `${merchant.appid}\n${p.timeStamp}\n${p.nonceStr}\n${p.package}\n`;
  return verify('sha256', Buffer.from(signed), merchant.publicKeyPem, Buffer.from(p.paySign, 'base64'));
}
