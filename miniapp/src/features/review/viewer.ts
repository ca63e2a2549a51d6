import { toast, viewFile } from '../../platform';

/** Opens a scan; the links live five minutes, so one that does not open any more asks for a fresh page. */
export function useViewer() {
  return (file: { url: string; type: string }): void => {
    void viewFile(file).then((shown) => {
      if (!shown) toast('没有打开，请返回后重新进入再试');
    });
  };
}
