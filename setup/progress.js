'use strict';
// What a person sees while set-up works. Always on stderr: stdout belongs to the command itself.

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}

/** @param {number} since milliseconds from Date.now() */
function elapsed(since) {
  const seconds = (Date.now() - since) / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} 秒` : `${Math.round(seconds)} 秒`;
}

/**
 * Announces a piece of work, shows every ten seconds that it still lives, and says how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function step(title, work) {
  const since = Date.now();
  say(`… ${title}`);
  const pulse = setInterval(() => say(`  仍在进行：${title}（已 ${elapsed(since)}）`), 10_000);
  try {
    const result = await work();
    say(`✓ ${title}（${elapsed(since)}）`);
    return result;
  } finally {
    clearInterval(pulse);
  }
}

module.exports = { say, step, elapsed };
