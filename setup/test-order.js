'use strict';
// The order of test files: what waits for servers first, so that the processors have work to the end. In a fresh clone jest
// knows no durations and begins with the largest files, and the longest tests, which are short to read, would come last.

const Sequencer = require('@jest/test-sequencer').default;

/** Kinds of test, the longest first. */
const kinds = ['e2e', 'workflow', 'replay', 'unit'];

/** @typedef {Parameters<InstanceType<typeof Sequencer>['sort']>[0]} Tests */

module.exports = class TestOrder extends Sequencer {
  /**
   * Among files of a kind jest's own order stands: by durations where they are known.
   * @override
   * @param {Tests} tests
   */
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted].sort((one, other) => rankOf(one) - rankOf(other));
  }
};

/** @param {Tests[number]} test */
function rankOf({ context }) {
  return kinds.indexOf(context.config.displayName?.name ?? 'unit');
}
