#!/usr/bin/env node
'use strict';
// The `zhenggai` command as a fresh clone has it: prepares what is missing, then becomes the
// command itself. Quiet and quick when everything is in place.

require('./node-version').requireNode();

const { existsSync } = require('node:fs');
const { runMain: runModule } = require('node:module');
const { ensureBuild } = require('./build');
const { ensureDependencies } = require('./dependencies');
const { inRoot } = require('./root');
const { runMain, SetupError } = require('./setup-error');
const { ensureTemporal } = require('./temporal-binaries');

const commandsWithServer = new Set(['up']);

runMain(async () => {
  await ensureDependencies();
  await ensureBuild();
  if (needsServer(process.argv.slice(2)))
    Object.assign(process.env, await ensureTemporal(['temporal']));
  become(inRoot('dist', 'cli', 'main.js'));
});

/** @param {readonly string[]} args */
function needsServer(args) {
  const [command = ''] = args;
  const asksForHelp = args.includes('--help') || args.includes('-h');
  const hasServer = (process.env.TEMPORAL_ADDRESS ?? '') !== '';
  return commandsWithServer.has(command) && !asksForHelp && !hasServer;
}

/**
 * Goes on as if Node had been started with this file.
 * @param {string} main
 */
function become(main) {
  if (!existsSync(main))
    throw new SetupError('没有找到 cli/main.ts 编译出的程序，请检查源代码是否完整。');
  process.argv[1] = main;
  runModule();
}
