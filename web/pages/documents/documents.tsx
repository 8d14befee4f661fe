/** 文书: what is written from the record, its author's words, issuing, and the publicity of the bulletin. */
import { documentWords } from '../../../words/pages/documents';
import { page } from '../../layout/respond';
import { roundsSeen } from '../../rounds/rounds';
import type { Part } from '../../web-env';
import { authorRoutes } from './author-routes';
import { documentRoutes } from './document-routes';
import { documentsPath } from './paths';

export const documents: Part = (app, deps) => {
  app.get('/documents', async (c) => {
    const viewer = c.get('viewer');
    const words = documentWords[viewer.language];
    const rounds = await roundsSeen(deps, viewer);
    const [only] = rounds;
    if (only !== undefined && rounds.length === 1) return c.redirect(documentsPath(only.id), 303);
    return page(
      c,
      deps,
      { title: words.title },
      rounds.length === 0 ? (
        <p class="card">{words.none}</p>
      ) : (
        <ul class="cards">
          {rounds.map(({ id, title }) => (
            <li class="card">
              <a href={documentsPath(id)}>{title}</a>
              <p class="soft">{id}</p>
            </li>
          ))}
        </ul>
      ),
    );
  });
  authorRoutes(app, deps);
  documentRoutes(app, deps);
};
