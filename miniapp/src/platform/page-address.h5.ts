/** Keeps what a page shows in its address, without a step back for each change. */
export function keepInAddress(params: Readonly<Record<string, string>>): void {
  const [path = ''] = window.location.hash.split('?');
  const query = new URLSearchParams(params).toString();
  window.history.replaceState(window.history.state, '', `${path}${query && `?${query}`}`);
}
