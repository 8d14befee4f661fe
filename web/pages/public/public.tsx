/** 公开: the bulletin within its window, for everybody. No session, no script, no way to anything else. */
import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { documentWords } from '../../../words/pages/documents';
import { assetPath } from '../../assets/assets';
import { ShownBlock } from '../documents/shown-blocks';
import type { Part } from '../../web-env';
import { publicBulletin } from './public-bulletin';

/** How long a copy may be shown without asking again, s. */
const longest = 60;

const words = documentWords.zh;

export const publicPages: Part = (app, deps) => {
  app.get('/public/:id', async (c) => {
    const bulletin = await publicBulletin(deps, c.req.param('id'));
    if (bulletin === null) {
      c.header('cache-control', 'no-store');
      return c.html(
        <Frame title={words.publicTitle}>
          <p>{words.publicNothing}</p>
        </Frame>,
        404,
      );
    }
    const left = Math.floor((Date.parse(bulletin.endsAt) - Date.parse(deps.now())) / 1000);
    const tag = `"${bulletin.sha256.slice(0, 32)}"`;
    c.header('cache-control', `public, max-age=${Math.max(0, Math.min(longest, left))}`);
    c.header('etag', tag);
    if (c.req.header('if-none-match') === tag) return c.body(null, 304);
    return c.html(
      <Frame title={bulletin.title}>
        <p class="soft">{words.window(bulletin.from, bulletin.to)}</p>
        <article class="paper">
          {bulletin.blocks.map((block) => (
            <ShownBlock block={block} under={1} />
          ))}
        </article>
      </Frame>,
    );
  });
};

const Frame: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetPath('site.css')} />
      </head>
      <body class="public">
        <main id="main">
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  </>
);
