'use strict';
// How our sources are compiled where tests run them.

/**
 * Our own files load a package when they first use it: most tests never use most of what theirs can reach.
 *
 * @param {{ readonly tsx: boolean }} sources
 * @returns {import('@swc/core').Options}
 */
const compilation = ({ tsx }) => ({
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx },
    transform: { react: { runtime: 'automatic', importSource: 'hono/jsx' } },
    keepClassNames: true,
  },
  module: { type: 'commonjs', lazy: true },
});

module.exports = { compilation };
