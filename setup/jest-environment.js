'use strict';
// Where test files run: in this process's own realm instead of one made anew for each. Tried: a page's test costs half. Each use
// of a global in a realm of jest's own goes through a proxy, and each package is loaded there once more; and what a package
// throws is an `Error` here too. What a test file leaves among the globals or the variables of the environment is taken away
// after it; its modules are its own all the same (jest-runtime.js says which are not).

const fs = require('node:fs');
const v8 = require('node:v8');
const vm = require('node:vm');
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

// Each test file's modules are new to V8, and few run long enough to be worth optimizing: a quarter of what the engine's tests
// computed was V8's compiler, and the database's program was compiled a second time in each process. What runs for seconds is
// optimized all the same. As command-line options they would keep threads from starting.
v8.setFlagsFromString('--interrupt-budget=1000000');
v8.setFlagsFromString('--liftoff-only');

/** Stands for this realm, for which jest has no name. */
const here = vm.createContext({});
const { compileFunction } = vm;

/** @type {typeof compileFunction} */
const compiledHere = (code, params, options) => {
  if (options?.parsingContext !== here) return compileFunction(code, params, options);
  return compileFunction(code, params, { ...options, parsingContext: undefined });
};
vm.compileFunction = compiledHere;

/** What jest looks for in every environment. */
const native = {
  [Symbol.for('jest-native-promise')]: Promise,
  [Symbol.for('jest-native-now')]: Date.now.bind(Date),
  [Symbol.for('jest-native-read-file')]: fs.readFileSync,
  [Symbol.for('jest-native-write-file')]: fs.writeFileSync,
  [Symbol.for('jest-native-exists-file')]: fs.existsSync,
  'jest-symbol-do-not-touch': Symbol,
};

/** @implements {Pick<import('@jest/environment').JestEnvironment<unknown>, 'setup' | 'teardown'>} */
class OneRealm {
  /** @param {import('@jest/environment').JestEnvironmentConfig} config */
  constructor({ projectConfig: config }) {
    this.global = globalThis;
    this.before = {
      globals: Object.getOwnPropertyDescriptors(globalThis),
      variables: { ...process.env },
      replaced: { exit: process.exit, getBuiltinModule: process.getBuiltinModule },
    };
    Object.assign(globalThis, native, config.globals, { global: globalThis });
    Error.stackTraceLimit = 100;
    this.moduleMocker = new ModuleMocker(globalThis);
    const common = { config, global: globalThis };
    /** @type {{ idToRef: (id: number) => number, refToId: (timer: number) => number }} */
    const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer };
    const { moduleMocker } = this;
    this.fakeTimers = new LegacyFakeTimers({ ...common, moduleMocker, timerConfig });
    this.fakeTimersModern = new ModernFakeTimers(common);
  }

  async setup() {}

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    restoreGlobals(this.before.globals);
    restoreVariables(this.before.variables);
    Object.assign(process, this.before.replaced);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return here;
  }
}

/**
 * What has a symbol for a name is packages' own, which stay, save where it is jest's: its handlers of a test file's events would
 * be called for all files after it, and hold all that the file has loaded.
 * @param {PropertyDescriptorMap} before
 */
function restoreGlobals(before) {
  for (const name of Reflect.ownKeys(globalThis)) {
    const was = before[name];
    if (was === undefined) forget(name);
    else if (was.configurable === true) Object.defineProperty(globalThis, name, was);
  }
}

const ofJest = new Set([
  'EVENT_HANDLERS',
  'JEST_STATE_SYMBOL',
  'RETRY_TIMES_SETTER',
  '$$jest-matchers-object',
]);

/** @param {string | symbol} name */
function forget(name) {
  if (typeof name === 'symbol' && !ofJest.has(name.description ?? '')) return;
  Reflect.deleteProperty(globalThis, name);
}

/** @param {NodeJS.ProcessEnv} before */
function restoreVariables(before) {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
}

module.exports = OneRealm;
