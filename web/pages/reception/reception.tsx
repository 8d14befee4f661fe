/** 收件: upload a list, correct what was read, start. For the office of a unit alone. */
import type { Part } from '../../web-env';
import { listRoutes } from './list-routes';
import { peopleRoutes } from './people-routes';
import { Receivings } from './receivings';
import { sheetRoutes } from './sheet-routes';
import { startRoutes } from './start-routes';

export const reception: Part = (app, deps) => {
  const receivings = new Receivings(deps);
  listRoutes(app, deps, receivings);
  sheetRoutes(app, deps, receivings);
  peopleRoutes(app, deps);
  startRoutes(app, deps, receivings);
};
