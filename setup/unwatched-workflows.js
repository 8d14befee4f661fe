'use strict';
// For tests that run workflows in this process: turns off what the SDK does besides running them, which tried is about a third
// of what playing them costs, and half of replaying them. Each call into the sandbox starts a thread that would stop it after five seconds (here a test's own
// time-out says so), and each promise notes where it came from (for the query __stack_trace, which no test asks). Processes
// that e2e tests start are as in life. Loaded by jest before a test file, and by the SDK's workflow threads before the SDK.

const threads = require('node:worker_threads');
const v8 = require('node:v8');
const vm = require('node:vm');

const done = Symbol.for('zhenggai.unwatchedWorkflows');

// Node's modules are one for all test files of a process.
if (!(done in vm)) {
  Object.assign(vm, { [done]: true });
  stopNoCall();
  notePromisesNowhere();
  reachThreads();
}

function stopNoCall() {
  const { runInContext } = vm.Script.prototype;
  /** @type {typeof runInContext} */
  vm.Script.prototype.runInContext = function (context, options) {
    return runInContext.call(this, context, { ...options, timeout: undefined });
  };
}

function notePromisesNowhere() {
  // Not in place: the object is Node's own, by which asynchronous storage follows promises.
  Object.assign(v8, { promiseHooks: { ...v8.promiseHooks, createHook: () => () => undefined } });
}

function reachThreads() {
  threads.Worker = class extends threads.Worker {
    /**
     * @param {string | URL} file
     * @param {import('node:worker_threads').WorkerOptions} [options]
     */
    constructor(file, options = {}) {
      const { execArgv = process.execArgv } = options;
      super(file, { ...options, execArgv: [...execArgv, '--require', __filename] });
    }
  };
}
