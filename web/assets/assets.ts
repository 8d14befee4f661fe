/** What browsers load: our own files and those of packages, each at an address that changes with its content. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { WebEnv } from '../web-env';

interface Asset {
  readonly file: string;
  readonly type: string;
}

const script = 'text/javascript; charset=utf-8';

const assets: Readonly<Record<string, Asset>> = {
  'site.css': { file: own('site.css'), type: 'text/css; charset=utf-8' },
  'site.js': { file: own('site.js'), type: script },
  'icon.svg': { file: own('icon.svg'), type: 'image/svg+xml' },
  'htmx.js': { file: require.resolve('htmx.org/dist/htmx.min.js'), type: script },
  'htmx-sse.js': { file: require.resolve('htmx-ext-sse/dist/sse.min.js'), type: script },
  'echarts.js': { file: require.resolve('echarts/dist/echarts.min.js'), type: script },
  'api.js': { file: own('api.js'), type: script },
  'charts.js': { file: own('charts.js'), type: script },
  'calm.js': { file: own('calm.js'), type: script },
  'keep.js': { file: own('keep.js'), type: script },
  'choose.js': { file: own('choose.js'), type: script },
};

/** Sources are served as they are: dist/ holds what is compiled alone. */
function own(name: string): string {
  const web = join(__dirname, '..').replace(/([\\/])dist([\\/]web)$/, '$1web');
  return join(web, 'browser', name);
}

interface Loaded extends Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

const loaded = new Map<string, Loaded>();

function load(name: string): Loaded | null {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
  if (asset === undefined) return null;
  const bytes = new Uint8Array(readFileSync(asset.file));
  const tag = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const fresh = { ...asset, bytes, tag };
  loaded.set(name, fresh);
  return fresh;
}

const zipped = new Map<string, Uint8Array<ArrayBuffer>>();

/** Made when the first browser asks for it. */
function zippedOf({ file, bytes }: Loaded): Uint8Array<ArrayBuffer> {
  const known = zipped.get(file);
  if (known !== undefined) return known;
  const made = new Uint8Array(gzipSync(bytes));
  zipped.set(file, made);
  return made;
}

/** @throws where nobody has declared an asset of this name */
export function assetPath(name: string): string {
  const asset = load(name);
  if (asset === null) throw new Error(`no asset is called ${name}`);
  return `/assets/${asset.tag}/${name}`;
}

export function serveAssets(app: Hono<WebEnv>): void {
  app.get('/assets/:tag/:name', (c) => {
    const asset = load(c.req.param('name'));
    if (asset === null || asset.tag !== c.req.param('tag')) return c.notFound();
    c.header('content-type', asset.type);
    c.header('cache-control', 'public, max-age=31536000, immutable');
    c.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(asset.bytes);
    c.header('content-encoding', 'gzip');
    return c.body(zippedOf(asset));
  });
}
