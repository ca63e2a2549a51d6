/** The browser's picker for many files, or for all in a folder; empty when the person leaves it. */
export function pickFiles(what: 'files' | 'folder', accept: readonly string[]): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    if (what === 'folder') input.webkitdirectory = true;
    else input.accept = accept.map((extension) => `.${extension}`).join(',');
    input.style.display = 'none';
    const finish = () => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    document.body.append(input);
    input.click();
  });
}
