import { toast, viewFile } from '../../../platform';

/** Opens a scan; its link lives five minutes, so one that does not open any more wants a fresh page. */
export async function openScan(file: { url: string; type: string }): Promise<void> {
  if (!(await viewFile(file))) toast('没有打开，请返回后重新进入再试');
}
