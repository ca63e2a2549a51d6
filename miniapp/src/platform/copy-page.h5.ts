import type * as wechat from './copy-page';
import { copy } from './device';
import { toast } from './dialogs';

/** By the event of copying: the newer clipboard of browsers is closed to an association's own address without https. */
export const copyPage: (typeof wechat)['copyPage'] = async ({ text, html }) => {
  const taken = { is: false };
  const take = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    taken.is = true;
  };
  document.addEventListener('copy', take);
  document.execCommand('copy');
  document.removeEventListener('copy', take);
  if (taken.is) toast('已复制');
  else await copy(text);
};
