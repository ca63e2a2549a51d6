import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandboxSecrets } from '../../scripts/sandbox';
import { copyToMariadb } from './copy-to-mariadb';
import { openPlace } from './open';
import { recordAnswers } from './record-answers';
import { storeFolder, writeGolden } from './store';
import { beginning, tellStory } from './story';

const say = (what: string) => console.log(what);
const secrets = createSandboxSecrets();
const folder = await mkdtemp(join(tmpdir(), 'jikaotong-golden-'));

say('telling the story');
const story = await openPlace({ folder, ...beginning, secrets });
const actors = await tellStory(story).finally(() => story.stop());
storeFolder(folder);

say('copying it to MariaDB');
await copyToMariadb(folder);

say('asking everything');
const golden = await recordAnswers(actors, secrets);
writeGolden(golden);
const count = Object.values(golden.now).reduce((sum, answers) => sum + Object.keys(answers).length, 0);
say(`${actors.length} people, ${count} answers`);
