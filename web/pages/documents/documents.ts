/** 文书: what is written from the record, its author's words, issuing, and the publicity of the bulletin. */
import { documentWords } from '../../../words/pages/documents';
import { chooseRound } from '../../rounds/choose-round';
import type { Part } from '../../web-env';
import { authorRoutes } from './author-routes';
import { documentRoutes } from './document-routes';
import { documentsPath } from './paths';

export const documents: Part = (app, deps) => {
  app.get('/documents', (c) => {
    const { title, none } = documentWords[c.get('viewer').language];
    return chooseRound(c, deps, { title, none, pathOf: documentsPath, about: ({ id }) => id });
  });
  authorRoutes(app, deps);
  documentRoutes(app, deps);
};
