'use strict';
// `npm run conformance`: long random runs of generated machines, alone and as parents and children, and of our own, engine/core
// beside XState's live actors, with the state through JSON before every step. Fails on a difference, with the smallest machine that
// shows it, and when it has compared too little. Options: --seed N, --machines N, --runs N.

require('./node-version').requireNode();

const fs = require('node:fs');
const path = require('node:path');
const { ensureDependencies } = require('./dependencies');
const { inCache } = require('./root');
const { runJest } = require('./run-jest');
const { runMain, SetupError } = require('./setup-error');

/** What a run must have compared to count. */
const wanted = { machines: 500, steps: 100_000 };

const files = ['engine/conformance', 'engine/conformance-children', 'machines/conformance'].map(
  (name) => `test/unit/${name}.test.ts`,
);

runMain(async () => {
  const { seed, machines, runs } = options(process.argv.slice(2));
  await ensureDependencies();
  fs.mkdirSync(inCache(), { recursive: true });
  const reports = fs.mkdtempSync(inCache('conformance-'));
  const since = Date.now();
  const passed = await runJest(['--selectProjects', 'unit', '--runTestsByPath', ...files], {
    CONFORMANCE_SEED: String(seed),
    CONFORMANCE_CHARTS: String(machines),
    CONFORMANCE_RUNS: String(runs),
    CONFORMANCE_REPORTS: reports,
  });
  const compared = takeReports(reports);
  console.log(line(compared, Math.round((Date.now() - since) / 1000)));
  const isEnough = compared.machines >= wanted.machines && compared.steps >= wanted.steps;
  if (!isEnough) console.log(`too little: ${wanted.steps} steps of ${wanted.machines} machines`);
  process.exitCode = passed && compared.differences === 0 && isEnough ? 0 : 1;
});

/**
 * @param {readonly string[]} args
 * @returns {{ seed: number, machines: number, runs: number }}
 */
function options(args) {
  const values = { seed: 20260302, machines: 560, runs: 300 };
  for (let index = 0; index < args.length; index += 2) {
    const name = /** @type {keyof typeof values} */ ((args[index] ?? '').replace(/^--/, ''));
    const value = Number(args[index + 1]);
    if (!(name in values) || !Number.isInteger(value) || value < 0) {
      throw new SetupError(`npm run conformance -- [--seed N] [--machines N] [--runs N]`);
    }
    values[name] = value;
  }
  return values;
}

/**
 * @typedef {object} Compared written by test/unit/engine/conforms.ts
 * @property {number} machines
 * @property {number} runs
 * @property {number} steps
 * @property {number} events
 * @property {number} restores
 * @property {number} lost
 * @property {number} differences
 * @property {number} seed
 *
 * @param {string} folder one report a test file
 * @returns {Compared} of all together
 */
function takeReports(folder) {
  const names = fs.readdirSync(folder);
  const reports = names.map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')));
  fs.rmSync(folder, { recursive: true });
  if (reports.length < files.length) throw new SetupError('not everything was compared');
  return reports.reduce((sum, report) => {
    const added = Object.keys(sum).map((key) => [key, sum[key] + report[key]]);
    return { ...Object.fromEntries(added), seed: report.seed };
  });
}

/**
 * @param {Compared} compared
 * @param {number} seconds
 */
function line({ machines, runs, steps, events, restores, lost, differences, seed }, seconds) {
  return [
    `conformance with XState's live actor, seed ${seed}, ${seconds} s:`,
    `  ${machines} machines, ${runs} runs (${lost} ended early, where XState itself lost its way)`,
    `  ${steps} steps, ${events} events, ${restores} restores from JSON`,
    `  ${differences} differences`,
  ].join('\n');
}
