import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootWeapp, type WeappHost } from './host';
import { openPackage } from './host/package-files';

const page = `
<import src="../parts.wxml"/>
<template is="{{part}}"/>
<view bindtap="outer"><view bindtap="inner">按我</view></view>
<view wx:if="{{said}}">{{said}}</view>
<input placeholder="姓名" bindinput="typed"/>
<canvas id="sheet" type="2d" disable-scroll style="width: 60px; height: 40px" bindtouchmove="drawn"/>
<button bindtap="ask">上传</button><button bindtap="patch">修改</button><button bindtap="stray">越界</button>
<button disabled bindtap="ask">不可</button><view bindtap="go">下一页</view><view hidden="{{true}}">看不见</view>
<view bindtap="keep">记住</view><view bindtap="recall">想起</view>
<canvas id="loose" type="2d" bindtouchmove="outer"/>`;

const script = `Page({
  data: { part: 'known', said: '' },
  inner() { this.setData({ said: 'inner' }); },
  outer() { this.setData({ said: this.data.said + '+outer' }); },
  typed(event) { this.setData({ said: '你好' + event.detail.value }); },
  drawn(event) {
    wx.createSelectorQuery().select('#sheet').fields({ node: true, size: true }).exec(([found]) => {
      const pen = found.node.getContext('2d');
      found.node.width = 60; found.node.height = 40;
      pen.fillStyle = '#ffffff'; pen.fillRect(0, 0, 60, 40);
      pen.beginPath(); pen.moveTo(0, 0); pen.lineTo(event.touches[0].x, event.touches[0].y); pen.stroke();
      const [red] = pen.getImageData(5, 35, 1, 1).data;
      if (red !== 255) throw new Error('the paper is not white');
      wx.canvasToTempFilePath({ canvas: found.node, success: ({ tempFilePath }) => this.setData({ said: tempFilePath }) });
    });
  },
  ask() {
    wx.uploadFile({ url: 'http://compiled.in/api/echo', filePath: this.data.said, name: 'file', formData: { kind: 'photo' },
      success: ({ statusCode, data }) => this.setData({ said: statusCode + ' ' + data }) });
  },
  patch() { wx.request({ url: 'http://compiled.in/api', method: 'PATCH', fail: ({ errMsg }) => this.setData({ said: errMsg }) }); },
  stray() { this.setData({ part: 'unknown' }); wx.inventedApi; console.error('gone wrong'); window.x; },
  keep() { wx.setStorageSync('said', this.data.said); },
  recall() { this.setData({ said: wx.getStorageSync('said') }); },
  go() { wx.navigateTo({ url: '/pages/two?name=%E7%8E%8B' }); },
})`;

const files: Record<string, string> = {
  'app.json': JSON.stringify({ pages: ['pages/one', 'pages/two'] }),
  'app.js': 'App({})',
  'parts.wxml': '<template name="known"><text>已知</text></template>',
  'pages/one.json': '{}',
  'pages/one.wxml': page,
  'pages/one.js': script,
  'pages/two.json': '{}',
  'pages/two.wxml': '<view>{{who}}</view>',
  'pages/two.js': 'Page({ data: { who: "" }, onLoad({ name }) { this.setData({ who: decodeURIComponent(name) }) } })',
};

describe('the WeChat-like host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jikaotong-weapp-'));
  let server: Server;
  let origin = '';
  let received = Buffer.alloc(0);
  const boot = (): Promise<WeappHost> => bootWeapp({ folder, origin });

  beforeAll(async () => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      received = Buffer.concat(chunks);
      response.writeHead(201).end(String(request.url));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('draws, taps from the inside out, types and turns pages', async () => {
    const host = await boot();
    expect(host.text()).toContain('已知');
    expect(host.text()).not.toContain('看不见');
    await host.tap('按我');
    expect(host.text()).toContain('inner+outer');
    await host.type('姓名', '王芳');
    expect(host.text()).toContain('你好王芳');
    await host.tap('下一页');
    expect([host.route(), host.text()]).toEqual(['pages/two', '王']);
    await host.back();
    expect(host.route()).toBe('pages/one');
    expect(host.verdict()).toEqual([]);
  });

  it('turns strokes into a real picture and carries uploads to real HTTP', async () => {
    const host = await boot();
    await host.stroke([
      [0, 0],
      [60, 40],
    ]);
    const path = /wxfile:\S+/.exec(host.text())?.[0] ?? '';
    const { data, info } = await sharp(host.file(path) ?? Buffer.alloc(0))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([60, 40]);
    const middle = (20 * 60 + 30) * info.channels;
    expect([data[middle] ?? 255, data[(10 * 60 + 50) * info.channels]]).toEqual([expect.any(Number), 255]);
    expect(data[middle]).toBeLessThan(200);
    await host.tap('上传');
    expect(host.text()).toContain('201 /api/echo');
    expect(received.includes('name="kind"')).toBe(true);
    expect(host.verdict()).toEqual([]);
  });

  it('refuses what WeChat refuses', async () => {
    const host = await boot();
    await host.tap('修改');
    expect(host.text()).toContain('request:fail method is invalid');
    await expect(host.tap('不可', { patienceMs: 0 })).rejects.toThrow('disabled');
    await expect(host.tap('看不见', { patienceMs: 0 })).rejects.toThrow('is not on pages/one');
  });

  it('weighs every package to the byte', async () => {
    const heavy = mkdtempSync(join(tmpdir(), 'jikaotong-heavy-'));
    cpSync(folder, heavy, { recursive: true });
    const app = { pages: ['pages/one', 'pages/two'], subPackages: [{ root: 'sub', pages: [] }] };
    writeFileSync(join(heavy, 'app.json'), JSON.stringify(app));
    mkdirSync(join(heavy, 'sub'));
    const fill = (file: string, bytes: number): void => writeFileSync(join(heavy, file), Buffer.alloc(bytes));
    const left = (name: string, budget: number): number => budget - (openPackage(heavy).sizes().get(name) ?? 0);
    const [main, sub] = [left('', 900 * 1024), left('sub', 600 * 1024)];
    const faultsWith = async (more: number): Promise<number> => {
      fill('filling.bin', main + more);
      fill('sub/filling.bin', sub + more);
      return (await bootWeapp({ folder: heavy, origin })).verdict().length;
    };
    expect([await faultsWith(0), await faultsWith(1)]).toEqual([0, 2]);
    rmSync(heavy, { recursive: true });
  });

  it('keeps what was stored when the mini-program is opened again, and nothing else', async () => {
    const host = await boot();
    await host.type('姓名', '王芳');
    await host.tap('记住');
    const again = await host.reopen();
    expect(again.text()).not.toContain('你好王芳');
    await again.tap('想起');
    expect(again.text()).toContain('你好王芳');
  });

  it('finds each fault that a browser would hide', async () => {
    const host = await boot();
    await host.tap('越界');
    await host.stroke([[0, 0]], 'loose');
    const codes = host.verdict().map((fault) => fault.code);
    expect(codes.toSorted()).toEqual(['console-error', 'scrolls-away', 'template', 'uncaught', 'unknown-api']);
  });
});
