/** Keys and positions from the notice's root to a node. */
export type NodePath = readonly (string | number)[];

export type Printed = { readonly path: NodePath; readonly clause: string; readonly quote: string };
export type Assumed = { readonly path: NodePath; readonly reason: string };

/** Every source of a notice, at whatever depth: the printed ones and the assumed ones. */
export function sourcesOf(root: unknown): { printed: readonly Printed[]; assumed: readonly Assumed[] } {
  const printed: Printed[] = [];
  const assumed: Assumed[] = [];
  const visit = (node: unknown, path: NodePath): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('clause' in node && 'quote' in node && typeof node.clause === 'string' && typeof node.quote === 'string')
      printed.push({ path, clause: node.clause, quote: node.quote });
    else if ('assumed' in node && typeof node.assumed === 'string') assumed.push({ path, reason: node.assumed });
    else if (Array.isArray(node)) node.forEach((child, position) => visit(child, [...path, position]));
    else for (const [key, child] of Object.entries(node)) visit(child, [...path, key]);
  };
  visit(root, []);
  return { printed, assumed };
}
