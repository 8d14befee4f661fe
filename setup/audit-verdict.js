'use strict';
// What `npm audit --json` says of the dependencies that are shipped: pure, so that it can be tried without a registry.

/**
 * Advisories that were looked at and do not concern us, by their address: why not.
 * @type {Readonly<Record<string, string>>}
 */
const settled = {};

const severe = ['high', 'critical'];

/**
 * @typedef {{ readonly url?: string, readonly title?: string, readonly severity?: string }} Advisory
 * @typedef {{ readonly name: string, readonly via: readonly (Advisory | string)[] }} Vulnerable
 * @typedef {{ readonly kind: 'unanswered' } | { readonly kind: 'answered', readonly severe: readonly string[], readonly others: number }} Verdict
 */

/**
 * @param {string} output all that it printed, warnings too
 * @param {Readonly<Record<string, string>>} [passedOver]
 * @returns {Verdict} an answer of the registry, or that there was none
 */
function verdictOf(output, passedOver = settled) {
  const report = reportIn(output);
  if (report === null) return { kind: 'unanswered' };
  // A package that is only reached through another one names that one, and is counted there.
  const advisories = report.flatMap(({ name, via }) =>
    via.flatMap((each) => (typeof each === 'string' ? [] : [{ ...each, name }])),
  );
  const open = advisories.filter(({ url = '' }) => !Object.hasOwn(passedOver, url));
  const grave = open.filter(({ severity = '' }) => severe.includes(severity));
  return {
    kind: 'answered',
    severe: grave.map(
      ({ name, severity, title, url }) => `${name}（${severity}）：${title} ${url}`,
    ),
    others: open.length - grave.length,
  };
}

/**
 * @param {string} output
 * @returns {readonly Vulnerable[] | null}
 */
function reportIn(output) {
  const [json] = /^\{[\s\S]*^\}/m.exec(output) ?? [];
  try {
    const { vulnerabilities } = JSON.parse(json ?? '');
    return vulnerabilities === undefined ? null : Object.values(vulnerabilities);
  } catch {
    return null;
  }
}

module.exports = { verdictOf };
