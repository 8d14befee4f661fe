/** Every machine that a problem may run on while it moves. Preloaded: each workflow would build them anew. */
import { createRegistry } from '../../../engine/core';
import { problemDefinitions } from '../../../machines';
import { secondVersion } from './second-version';

export const bothVersions = createRegistry([...problemDefinitions, secondVersion]);
