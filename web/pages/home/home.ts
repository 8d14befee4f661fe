/** `/` leads to where a viewer begins. */
import { unitsAs } from '../../access/access';
import type { Part } from '../../web-env';

export const home: Part = (app) => {
  app.get('/', (c) => {
    const viewer = c.get('viewer');
    if (viewer.grants.length === 0) return c.redirect('/accounts', 303);
    return c.redirect(unitsAs(viewer, 'supervisor').length > 0 ? '/supervision' : '/todo', 303);
  });
};
