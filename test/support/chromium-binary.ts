import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { findCommand } from './find-command';
import { toolsFolder } from './project-folder';
import { provideOnce } from './provide-once';
import { runCommand } from './run-command';

/** A Chromium that can be started, with the environment it needs to find libraries and Chinese letters. */
export type ChromiumBinary = { executable: string; env: Record<string, string> };

const { resolve: resolveModule } = createRequire(import.meta.url);
const advice = 'The browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk).';

/** Chromium as installed on this machine, or the one that comes as an npm package; throws advice otherwise. */
export const chromiumBinary = async (): Promise<ChromiumBinary> => {
  const fonts = await provideOnce(join(toolsFolder, 'chinese-fonts'), describeFonts);
  const env = { FONTCONFIG_FILE: join(fonts, 'fonts.conf') };
  const installed = findCommand('chromium', 'chromium-browser', 'google-chrome');
  if (installed) return { executable: installed, env };
  try {
    const folder = await provideOnce(join(toolsFolder, 'chromium'), unpackPackage);
    return { executable: join(folder, 'chromium'), env: { ...env, LD_LIBRARY_PATH: join(folder, 'lib') } };
  } catch (cause) {
    throw new Error(advice, { cause });
  }
};

/** Points fontconfig at the Noto font that the PDFs use too, before whatever the machine has. */
const describeFonts = async (folder: string): Promise<void> => {
  const noto = join(dirname(resolveModule('@expo-google-fonts/noto-sans-sc/package.json')), '400Regular');
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${noto}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias binding="strong"><family>serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`,
  );
};

/** The package's own unpacker insists on the system's temporary folder and on Amazon's Linux; its archives are plain. */
const unpackPackage = async (folder: string): Promise<void> => {
  const archives = join(dirname(resolveModule('@sparticuz/chromium')), '..', '..', 'bin');
  const executable = join(folder, 'chromium');
  await inflate(join(archives, 'chromium.br'), executable);
  await chmod(executable, 0o755);
  for (const name of ['al2023', 'swiftshader']) {
    const archive = join(folder, `${name}.tar`);
    await inflate(join(archives, `${name}.tar.br`), archive);
    await runCommand('tar', ['-xf', archive, '-C', folder]);
    await rm(archive);
  }
};

const inflate = async (from: string, to: string): Promise<void> =>
  writeFile(to, await promisify(brotliDecompress)(await readFile(from)));
