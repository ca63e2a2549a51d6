/** How long a link is kept, in which it surely still opens: it lives five minutes. */
const KEPT_MS = 4 * 60_000;

const kept = new Map<string, { readonly url: string; readonly at: number }>();

/** The link under which a file was shown before, while it is young: every answer brings a new one, and a picture under a new address is fetched again. */
export function steadyLink({ id, url }: { readonly id: string; readonly url: string }): string {
  const known = kept.get(id);
  if (known && Date.now() - known.at < KEPT_MS) return known.url;
  if (kept.size > 2_000) kept.clear();
  kept.set(id, { url, at: Date.now() });
  return url;
}
