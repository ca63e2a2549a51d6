import { readable } from './beijing';
import { type SandboxAnswer, htmlAnswer } from './sandbox-context';
import type { SandboxMessage, SandboxOrder, SandboxSms } from './state';

/** The page on which a person pays or turns back, as on a phone. */
export function cashierPage(order: SandboxOrder, merchantName: string, redirectUrl: string): SandboxAnswer {
  const hidden = `<input type="hidden" name="prepay_id" value="${text(order.prepayId)}"><input type="hidden" name="redirect_url" value="${text(redirectUrl)}">`;
  const expired = order.expiresMs !== null && order.expiresMs <= Date.now();
  const closed = order.state === 'CLOSED' || (order.state === 'NOTPAY' && expired);
  if (order.state === 'SUCCESS' || order.state === 'REFUND') return donePage('支付成功', yuan(order), redirectUrl);
  if (closed) return donePage('订单已关闭或已过期', yuan(order), redirectUrl);
  return page(
    '收银台',
    `<p class="to">${text(merchantName)}</p>
<p class="amount">${yuan(order)}</p>
<dl><div><dt>商品</dt><dd>${text(order.description)}</dd></div>
<div><dt>订单号</dt><dd>${text(order.outTradeNo)}</dd></div>
<div><dt>付款方式</dt><dd>模拟零钱</dd></div></dl>
<form method="post" action="/cashier/pay">${hidden}<button class="pay" type="submit">支付</button></form>
<form method="post" action="/cashier/cancel">${hidden}<button class="cancel" type="submit">取消</button></form>
<p class="note">演示环境，不会产生真实扣款。</p>`,
  );
}

export const donePage = (title: string, amount: string, redirectUrl: string): SandboxAnswer =>
  page(
    '收银台',
    `<p class="to">${text(title)}</p><p class="amount">${amount}</p>${
      redirectUrl === '' ? '' : `<a class="pay" href="${text(redirectUrl)}">完成</a>`
    }`,
  );

export const problemPage = (words: string): SandboxAnswer => {
  const answer = page('收银台', `<p class="to">${text(words)}</p>`);
  return { ...answer, status: 404 };
};

/** Newest first: what the phones of this demonstration received. */
export const smsPage = (messages: readonly SandboxSms[]): SandboxAnswer =>
  page(
    '短信收件箱',
    list(
      messages.map(
        (each) =>
          `<li><b>${text(each.phone)}</b><time>${readable(each.atMs)}</time><p>【技考通】${text(each.text)}</p></li>`,
      ),
      '还没有短信。',
    ),
  );

export const messagesPage = (messages: readonly SandboxMessage[]): SandboxAnswer =>
  page(
    '微信服务通知',
    list(
      messages.map(
        (each) =>
          `<li><b>${text(each.openid)}</b><time>${readable(each.atMs)}</time>${Object.values(each.data)
            .map((value) => `<p>${text(value)}</p>`)
            .join('')}</li>`,
      ),
      '还没有通知。',
    ),
  );

export const homePage = (): SandboxAnswer =>
  page(
    '微信与短信模拟',
    `<p class="note">本机演示用，仅监听 127.0.0.1。</p><p><a class="pay" href="/sms">短信收件箱</a></p><p><a class="pay" href="/messages">微信服务通知</a></p>`,
  );

export const yuan = (order: SandboxOrder): string =>
  `<small>¥</small>${Math.floor(order.totalFen / 100)}.${String(order.totalFen % 100).padStart(2, '0')}`;

const list = (items: readonly string[], none: string): string =>
  items.length === 0 ? `<p class="note">${none}</p>` : `<ul>${items.toReversed().join('')}</ul>`;

const STYLE = `*{box-sizing:border-box}body{margin:0;background:#ededed;color:#191919;font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
main{max-width:430px;min-height:100vh;margin:0 auto;padding:12px 20px 40px;background:#fff}h1{margin:0 0 24px;font-size:17px;font-weight:500;text-align:center}
.to{margin:32px 0 4px;text-align:center}.amount{margin:0 0 28px;font-size:40px;font-weight:600;text-align:center;font-variant-numeric:tabular-nums}.amount small{font-size:28px;margin-right:2px}
dl{margin:0 0 32px;border-top:1px solid #e5e5e5}dl div{display:flex;justify-content:space-between;gap:24px;padding:12px 0;border-bottom:1px solid #e5e5e5}dt{flex:none;color:#595959}dd{margin:0;text-align:right;overflow-wrap:anywhere}
button,a.pay{display:block;width:100%;min-height:48px;margin:12px 0;padding:10px;border:0;border-radius:8px;font:inherit;font-weight:500;text-align:center;text-decoration:none;cursor:pointer}
.pay{background:#067a3c;color:#fff}.cancel{background:#f2f2f2;color:#191919}.note{color:#595959;font-size:14px;text-align:center}
ul{margin:0;padding:0;list-style:none}li{padding:14px 0;border-bottom:1px solid #e5e5e5}li time{float:right;color:#595959;font-size:14px}li p{margin:4px 0 0;overflow-wrap:anywhere}`;

const page = (title: string, body: string): SandboxAnswer =>
  htmlAnswer(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${text(title)}</title><style>${STYLE}</style></head><body><main><h1>${text(title)}</h1>${body}</main></body></html>`,
  );

const text = (value: string): string => value.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
