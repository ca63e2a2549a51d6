import { fileAddress } from './file-address';

/** Shows a scan behind one of the API's short-lived links, in a tab of its own; false when the browser opens none. */
export function viewFile({ url }: { url: string; type: string }): Promise<boolean> {
  // `noopener` would answer null also when all went well
  const tab = window.open(fileAddress(url), '_blank');
  if (tab) tab.opener = null;
  return Promise.resolve(tab !== null);
}
