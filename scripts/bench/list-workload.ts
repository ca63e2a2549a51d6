import * as z from 'zod';
import { measureRoster } from './roster';
import { measureUnits } from './units';

const Given = z.object({ rounds: z.number(), people: z.number(), units: z.number().optional() });

// What a process of its own measures, as told; its workers lie beside it as they do beside a server that is built.
const given = Given.parse(JSON.parse(process.env['BENCH_LISTS'] ?? ''));
const { units } = given;
process.send?.(units === undefined ? await measureRoster(given) : await measureUnits({ ...given, units }));
