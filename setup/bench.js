'use strict';
// `npm run bench`: measures. The report goes to stdout, progress to stderr.

require('./node-version').requireNode();
require('./run-tool').runTool('bench', { variables: { TZ: 'UTC' } });
