'use strict';
// Where the project stands on disk. Everything set-up writes goes under node_modules, dist or .cache.

const { join } = require('node:path');

const root = join(__dirname, '..');

/** @param {string[]} parts */
const inRoot = (...parts) => join(root, ...parts);

/** @param {string[]} parts */
const inCache = (...parts) => join(root, '.cache', ...parts);

module.exports = { root, inRoot, inCache };
