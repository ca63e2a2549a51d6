import type Koa from 'koa';

/** `wx.request` knows no PATCH: a POST that names it in `X-HTTP-Method-Override` is one. */
export const methodOverride: Koa.Middleware = (ctx, next) => {
  if (ctx.method === 'POST' && ctx.get('x-http-method-override').toUpperCase() === 'PATCH') ctx.method = 'PATCH';
  return next();
};
