import { expect, it } from 'vitest';
import { signAcs3 } from './acs3';

it('signs the example of the provider’s documentation', () => {
  const { query, headers } = signAcs3(
    {
      method: 'POST',
      host: 'ecs.cn-shanghai.aliyuncs.com',
      action: 'RunInstances',
      version: '2014-05-26',
      query: { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
      date: '2023-10-26T10:22:32Z',
      nonce: '3156853299f313e23d1673dc12e1703d',
    },
    { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' },
  );
  expect(query).toBe('ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai');
  expect(headers['authorization']).toBe(
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  );
});

it('escapes what stands in Chinese and in brackets', () => {
  const { query } = signAcs3(
    {
      method: 'POST',
      host: 'h',
      action: 'a',
      version: 'v',
      query: { T: '{"code":"(1*2)"} 字' },
      date: 'd',
      nonce: 'n',
    },
    { accessKeyId: 'k', accessKeySecret: 's' },
  );
  expect(query).toBe('T=%7B%22code%22%3A%22%281%2A2%29%22%7D%20%E5%AD%97');
});
