'use strict';
// Where the Temporal programs were found last time: .cache/temporal/paths.json.
// Read by set-up, by jest.config.js and by anybody who needs them without looking again.

const fs = require('node:fs');
const { dirname } = require('node:path');
const { inCache } = require('./root');

/**
 * @typedef {'temporal' | 'testServer'} ProgramName
 *
 * @typedef {object} Seen a program that ran once; unchanged on disk, it need not run again
 * @property {number} size
 * @property {number} mtimeMs
 *
 * @typedef {{ [name in ProgramName]?: string } & { seen?: Record<string, Seen> }} TemporalRecord
 */

/** @type {Record<ProgramName, string>} */
const variables = { temporal: 'TEMPORAL_CLI_PATH', testServer: 'TEMPORAL_TEST_SERVER_PATH' };

const file = inCache('temporal', 'paths.json');

/** @returns {TemporalRecord} */
function readRecord() {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {TemporalRecord} record */
function writeRecord(record) {
  fs.mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`);
  fs.renameSync(draft, file);
}

/**
 * The recorded programs that still exist, as environment variables.
 * @returns {Record<string, string>}
 */
function recordedPrograms() {
  const record = readRecord();
  return Object.fromEntries(
    /** @type {ProgramName[]} */ (['temporal', 'testServer']).flatMap((name) => {
      const path = record[name];
      return path !== undefined && fs.existsSync(path) ? [[variables[name], path]] : [];
    }),
  );
}

module.exports = { variables, readRecord, writeRecord, recordedPrograms };
