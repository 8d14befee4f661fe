'use strict';
// `npm run chaos`: breaks the running system at random moments: see chaos/README.md.

require('./node-version').requireNode();
require('./run-tool').runTool('chaos');
