'use strict';
// Thrown when set-up cannot go on; its message tells a person what happened and what to do.

class SetupError extends Error {
  /**
   * @param {string} message
   * @param {string} [output] what the failed program printed
   */
  constructor(message, output = '') {
    super(message);
    this.name = 'SetupError';
    this.output = output;
  }
}

/**
 * Runs a command's main function: a SetupError becomes its message and exit code 1.
 * @param {() => Promise<void>} main
 */
function runMain(main) {
  main().catch((error) => {
    if (!(error instanceof SetupError)) throw error;
    const output = error.output.trim();
    process.stderr.write(`${output === '' ? '' : `${output}\n`}\n✗ ${error.message}\n`);
    process.exitCode = 1;
  });
}

module.exports = { SetupError, runMain };
