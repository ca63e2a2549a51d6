import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demonstrationSecrets, isProduction, isStartRefused, loadConfig } from './index';

const folder = mkdtempSync(path.join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const secrets = demonstrationSecrets(folder);
const key = () => randomBytes(32).toString('base64');

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'mysql://u:p@db/jikaotong',
  PUBLIC_URL: 'https://kao.example.cn/',
  PII_KEYS: `p2:${key()},p1:${key()}`,
  PII_INDEX_KEY: key(),
  JWT_KEYS: `j1:${key()}`,
  TICKET_KEYS: `t1:${key()}`,
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: 'real',
  SMS_ACCESS_KEY_ID: 'LTAI',
  SMS_ACCESS_KEY_SECRET: 'real',
  SMS_SIGN_NAME: '北安协',
  SMS_TEMPLATES: 'sign-in-code=SMS_1,ticket-issued=SMS_2',
};
const sentences = (env: Record<string, string | undefined>): string[] => {
  try {
    loadConfig(env, secrets);
    return [];
  } catch (error) {
    if (!isStartRefused(error)) throw error;
    return error.message.split('\n');
  }
};

describe('configuration', () => {
  it('needs nothing for a demonstration, which starts at nine on its day', () => {
    const config = loadConfig({}, secrets);
    expect(config).toMatchObject({ production: false, host: '127.0.0.1', database: { kind: 'embedded' } });
    expect(config.demonstrationStartMs).toBe(Date.UTC(2026, 10, 23, 1));
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('keeps the secrets of a demonstration from one start to the next, readable by nobody else', () => {
    expect(demonstrationSecrets(folder)).toEqual(secrets);
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    const damaged = mkdtempSync(path.join(folder, 'd-'));
    writeFileSync(path.join(damaged, 'secrets.json'), '{"PII');
    expect(() => demonstrationSecrets(damaged)).toThrow('damaged');
  });

  it('reads a production, with the wall clock and the real addresses', () => {
    const config = loadConfig(production);
    expect(config).toMatchObject({
      production: true,
      demonstrationStartMs: null,
      smsInboxUrl: null,
      publicUrl: 'https://kao.example.cn',
      needsSecondFactor: true,
      needsSecondPerson: true,
      wechat: { apiUrl: 'https://api.weixin.qq.com' },
    });
    expect(config.piiKeys.map(({ id }) => id)).toEqual(['p2', 'p1']);
  });

  it.each([
    ['WECHAT_APP_ID', 'wxsandbox1'],
    ['SMS_ACCESS_KEY_ID', 'SANDBOX1'],
    ['WECHAT_API_URL', 'http://127.0.0.1:8788'],
    ['PII_KEYS', secrets.PII_KEYS],
    ['DEMONSTRATION_DAY', '2026-11-23'],
    ['STAFF_SECOND_FACTOR', 'optional'],
    ['STAFF_SECOND_PERSON', 'optional'],
    ['SANDBOX_URL', 'http://127.0.0.1:8788'],
    ['PUBLIC_URL', 'http://kao.example.cn'],
    ['SMS_TEMPLATES', 'ticket-issued=SMS_2'],
    ['DATABASE_URL', undefined],
    ['JWT_KEYS', undefined],
  ])('a production refuses its %s being %s', (name, value) => {
    const said = sentences({ ...production, [name]: value });
    expect(said).toHaveLength(1);
    expect(said[0]?.startsWith(name)).toBe(true);
  });

  it('any real secret makes it a production, the sandbox and the demonstration do not', () => {
    expect(isProduction({ WECHAT_APP_ID: 'wx0123456789abcdef' })).toBe(true);
    expect(isProduction({ PII_KEYS: production.PII_KEYS })).toBe(true);
    expect(isProduction({ ...secrets, WECHAT_APP_ID: 'wxsandbox1', DATABASE_URL: production.DATABASE_URL })).toBe(
      false,
    );
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', 'x'],
    ['DATABASE_URL', 'postgres://x/y'],
    ['PII_KEYS', 'demo1:short'],
    ['PII_KEYS', `${secrets.PII_KEYS},${secrets.PII_KEYS}`],
    ['DEMONSTRATION_DAY', '2026-02-30'],
    ['PUBLIC_URL', 'kao.example.cn'],
    ['SMS_TEMPLATES', 'sign-in-code'],
    ['SMS_TEMPLATES', 'sign-in-code=SMS_1,ticket-isued=SMS_2'],
    ['BEHIND_PROXY', 'yes'],
    ['WECHAT_MESSAGE_TEMPLATES', 'application-approved=T/thing1/thing2'],
  ])('%s being %s is one sentence', (name, value) => {
    expect(sentences({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must be .*\\.$`))]);
  });

  it('refuses a template of WeChat whose fields do not take what the message says', () => {
    const template = (fields: string) => sentences({ WECHAT_MESSAGE_TEMPLATES: `certificate-issued=T/${fields}` });
    expect(template('phrase1:kind/character_string2:number')).toEqual([]);
    expect(template('thing1:number')).toEqual([expect.stringContaining('it fits character_string')]);
    expect(template('thing1:examOn')).toEqual([expect.stringContaining('it has kind, next, number')]);
  });

  it('says every bad variable, and no value', () => {
    const said = sentences({ PORT: '-1', PII_INDEX_KEY: 'hunter2' });
    expect(said.map((sentence) => sentence.split(' ')[0])).toEqual(['PORT', 'PII_INDEX_KEY']);
    expect(said.join()).not.toContain('hunter2');
  });
});
