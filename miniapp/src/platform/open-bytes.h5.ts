/** Hands a file that came as base64 to the browser under its name; false when it is none. */
export async function openBytes(base64: string, { name, kind }: { name: string; kind: 'xlsx' }): Promise<boolean> {
  try {
    const blob = await (await fetch(`data:application/octet-stream;base64,${base64}`)).blob();
    const address = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch {
    return false;
  }
}
