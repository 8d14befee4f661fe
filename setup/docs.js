'use strict';
// `npm run docs`: draws again what the docs show of the code: the machines' charts and the folders' picture.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const { drawMachine } = require('./draw-machine');
const { inRoot } = require('./root');

/** @param {string} file @param {string} mark @param {string} chart */
function replaceChart(file, mark, chart) {
  const text = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, withChart(text, mark, chart));
  console.log(`✓ ${file}：${mark}`);
}

/** The text with the chart of this name drawn anew. @param {string} text @param {string} mark @param {string} chart */
function withChart(text, mark, chart) {
  const begin = `<!-- chart: ${mark} -->`;
  const end = '<!-- end -->';
  const start = text.indexOf(begin);
  const stop = text.indexOf(end, start);
  if (start === -1 || stop === -1) throw new Error(`no place for the chart ${mark}`);
  return `${text.slice(0, start)}${begin}\n\n\`\`\`mermaid\n${chart}\n\`\`\`\n\n${text.slice(stop)}`;
}

/**
 * The charts of machines by name, the deadline region among them.
 * @param {readonly { name: string, machine: { root: any }, events: Record<string, { title: string }> }[]} definitions
 * @returns {Record<string, string>}
 */
function chartsOf(definitions) {
  const charts = Object.fromEntries(
    definitions.map(({ name, machine, events }) => {
      const titles = Object.fromEntries(
        Object.entries(events).map(([type, { title }]) => [type, title]),
      );
      return [name, drawMachine(machine.root, titles)];
    }),
  );
  const deadline = definitions.find(({ name }) => name === 'timeLimited')?.machine.root.states.open
    .states.life.states.working.states.date;
  return deadline === undefined
    ? charts
    : { ...charts, deadline: drawMachine(deadline, { datesChanged: '日期有变' }) };
}

/** What imports what, folder by folder, as dependency-cruiser sees it. */
function drawFolders() {
  const folders = [
    'domain',
    'machines',
    'engine',
    'workflows',
    'activities',
    'calendar',
    'worker',
    'client',
    'cli',
    'documents',
  ];
  const cruise = inRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const collapse = '^(engine/[^/]+|[^/]+)';
  const args = [
    cruise,
    '--config',
    '.dependency-cruiser.js',
    '--output-type',
    'mermaid',
    '--include-only',
    `^(${folders.join('|')})`,
    '--collapse',
    collapse,
    ...folders,
  ];
  return execFileSync(process.execPath, args, { cwd: inRoot(), encoding: 'utf8' }).trim();
}

if (require.main === module) {
  const { digestRegistry, problemRegistry, rectificationRegistry } = require(
    inRoot('dist', 'workflows', 'registry'),
  );
  const definitions = [problemRegistry, rectificationRegistry, digestRegistry].flatMap(
    (registry) => registry.all,
  );
  for (const [name, chart] of Object.entries(chartsOf(definitions)))
    replaceChart(inRoot('docs', 'machines.md'), name, chart);
  replaceChart(inRoot('docs', 'architecture.md'), 'folders', drawFolders());
}

module.exports = { chartsOf, withChart };
