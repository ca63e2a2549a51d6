import { describe, expect, it } from 'vitest';
import { type EndpointSpec, bodies } from '@jikaotong/shared/contract';
import { features } from './app';

/** What is read as it stands: secrets, keys and files that programs write, tokens and paths that nobody types. */
const AS_IT_STANDS = [
  'signInWithPassword.body.password',
  'acceptInvitation.body.password',
  'changePassword.body.present',
  'changePassword.body.next',
  'setMerchant.body.privateKeyPem',
  'setMerchant.body.platformKeyPem',
  'readCalendarFeed.params.token',
  'confirmAssumption.body.paths[]',
  'startPayment.body.returnUrl',
  'importNotice.body.yaml',
  'importNotice.body.rawText',
  'dryRunNotice.body.facts',
];

type Node = { readonly type: string; readonly [part: string]: unknown };
const nodeOf = (schema: unknown): Node | null => {
  const def: unknown = Object(Object(schema)['_zod'])['def'];
  return typeof def === 'object' && def !== null && 'type' in def ? { ...def, type: String(def.type) } : null;
};
const checksOf = ({ checks }: Node): readonly string[] =>
  Array.isArray(checks) ? checks.map((check: unknown) => String(nodeOfCheck(check)['check'])) : [];
const nodeOfCheck = (check: unknown): Record<string, unknown> => Object(Object(Object(check)['_zod'])['def']);

/** Every free text below a schema with what is done to it; what must match a form of its own needs none. */
function textsIn(schema: unknown, at: string): readonly { at: string; checks: readonly string[] }[] {
  const node = nodeOf(schema);
  if (node === null) return [];
  const each = (parts: unknown, name: (key: string) => string) =>
    Object.entries(Object(parts)).flatMap(([key, part]) => textsIn(part, name(key)));
  switch (node.type) {
    case 'object':
      return each(node['shape'], (key) => `${at}.${key}`);
    case 'union':
      return each(node['options'], () => at);
    case 'array':
      return textsIn(node['element'], `${at}[]`);
    case 'record':
      return textsIn(node['valueType'], `${at}{}`);
    case 'lazy':
      return typeof node['getter'] === 'function' ? textsIn(node['getter'](), at) : [];
    case 'string': {
      const checks = checksOf(node);
      return checks.includes('string_format') ? [] : [{ at, checks }];
    }
    default:
      return textsIn(node['innerType'], at);
  }
}

const endpoints: readonly EndpointSpec[] = features
  .flatMap(({ routes }) => routes)
  .flatMap(({ endpoint }) => (endpoint ? [endpoint] : []));
const texts = endpoints.flatMap(({ name, params, query, body }) =>
  Object.entries({ params, query, body }).flatMap(([part, schema]) => textsIn(schema, `${name}.${part}`)),
);

describe('what people type and paste', () => {
  it('is put into its one form at every door, before its length is looked at', () => {
    expect(texts.length).toBeGreaterThan(100);
    const raw = texts.filter(({ at, checks }) => checks[0] !== 'overwrite' && !AS_IT_STANDS.includes(at));
    expect(raw.map(({ at }) => at)).toEqual([]);
  });

  it('is left as it stands only where there is such a door', () => {
    const doors = texts.map(({ at }) => at);
    expect(AS_IT_STANDS.filter((at) => !doors.includes(at))).toEqual([]);
  });

  it('of numbers that are copied from a console or a letter is read without blanks and in capitals', () => {
    const keys = { privateKeyPem: 'k', platformKeyId: 'PUB_KEY_ID_1', platformKeyPem: 'p' };
    const serial = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1';
    const pasted = { mchid: ' 1900 000001', serial: ` ${serial.toLowerCase()}\u200b`, apiV3Key: `${'k'.repeat(32)}\n` };
    const read = { mchid: '1900000001', serial, apiV3Key: 'k'.repeat(32) };
    expect(bodies.setMerchant.body?.parse({ ...keys, ...pasted })).toMatchObject(read);
    const prefix = { letter: 'ｙ', bodyCode: '00 01', province: '11', site: ' 000001' };
    expect(bodies.updateBody.body?.parse({ certificatePrefix: prefix })).toEqual({
      certificatePrefix: { letter: 'Y', bodyCode: '0001', province: '11', site: '000001' },
    });
  });
});
