import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder, as an absolute path. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Where programs that came without root rights are kept between runs. */
export const toolsFolder = join(projectFolder, '.data', 'tools');
