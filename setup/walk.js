'use strict';
// `npm run walk`: lives a rectification in a browser: see walk/README.md.

require('./node-version').requireNode();
require('./run-tool').runTool('walk');
