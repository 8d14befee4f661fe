'use strict';
// `npm run production`: the production set-up under load, each of its processes killed once: see production/README.md.

require('./node-version').requireNode();
const { ensureTemporalCluster } = require('./temporal-cluster');
require('./run-tool').runTool('production', { programs: ensureTemporalCluster });
