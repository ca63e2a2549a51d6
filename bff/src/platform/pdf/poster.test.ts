import { expect, it } from 'vitest';
import { type PosterPdf, posterCall } from './poster';

const poster: PosterPdf = {
  title: '竞赛',
  bodyName: '协会',
  kind: 'competition',
  entersHere: true,
  opensOn: null,
  closesOn: null,
  link: 'https://example.org',
  code: 'A',
};

it('calls to enter only where one enters behind the code (C25), not where a site does (C24)', () => {
  expect(posterCall(poster)).toContain('扫码报名参赛');
  expect(posterCall({ ...poster, entersHere: false })).not.toContain('参赛');
});
