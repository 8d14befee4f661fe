'use strict';
// Run by same-bytes.test.ts in a process of its own: prints a hash of every document of the sample, for comparison
// between time zones. Compiles TypeScript as it is required.

const { createHash } = require('node:crypto');
const path = require('node:path');
const swc = require('@swc/core');

const options = {
  swcrc: false,
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
};
require.extensions['.ts'] = (module, file) =>
  module._compile(swc.transformFileSync(file, options).code, file);

const { everyDocument } = require(path.join(__dirname, 'every-document'));
const { sampleRecord } = require(path.join(__dirname, 'sample-record'));

async function main() {
  const digests = {};
  for (const [name, make] of Object.entries(everyDocument)) {
    digests[name] = createHash('sha256')
      .update(await make(sampleRecord))
      .digest('hex');
  }
  const offset = new Date(Date.UTC(2025, 0, 15)).getTimezoneOffset();
  process.stdout.write(JSON.stringify({ offset, digests }));
}

void main();
