'use strict';
// In which order test files begin: those that last, first, so that no processor is idle at the end. Of these one that waits for
// processes of its own and one that computes by turns. Then the generated charts, which compute longest of all and are begun last
// by a checkout that has no times yet. Otherwise as jest does: the longest of the last run, else of the files.

const { basename } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** @typedef {Parameters<Sequencer['cacheResults']>[0][number]} Test */

class LastingFirst extends Sequencer {
  /**
   * @override
   * @param {readonly Test[]} tests
   * @returns {Promise<Test[]>}
   */
  async sort(tests) {
    const sorted = await super.sort([...tests]);
    /** @param {string} kind */
    const of = (kind) => sorted.filter((test) => kindOf(test) === kind);
    const lasting = byTurns(of('workflow'), [...of('e2e'), ...of('replay')]);
    const others = sorted.filter((test) => !lasting.includes(test));
    return [
      ...lasting,
      ...others.filter(isOfCharts),
      ...others.filter((test) => !isOfCharts(test)),
    ];
  }
}

/** @param {Test} test */
function kindOf({ context }) {
  return context.config.displayName?.name;
}

/** @param {Test} test */
function isOfCharts({ path }) {
  return basename(path) === 'conformance.test.ts';
}

/**
 * @template Each
 * @param {readonly Each[]} one
 * @param {readonly Each[]} other
 */
function byTurns(one, other) {
  const turns = Math.max(one.length, other.length);
  return Array.from({ length: turns }, (_turn, index) => [
    ...one.slice(index, index + 1),
    ...other.slice(index, index + 1),
  ]).flat();
}

module.exports = LastingFirst;
