'use strict';
// A Temporal server of the kind that runs on a database of its own, built from its Go modules into the cache, with its tool and
// schema for PostgreSQL: `temporal` is for development only and has none. Needs Go once, PostgreSQL ever after.

const fs = require('node:fs');
const { join } = require('node:path');
const { withLock } = require('./lock');
const { step } = require('./progress');
const { inCache } = require('./root');
const { runProgram } = require('./run-program');
const { SetupError } = require('./setup-error');

/** Later ones need a module that not every mirror has. */
const version = '1.30.4';
const module_ = `go.temporal.io/server@v${version}`;
const folder = inCache(`temporal-cluster-${version}`);
const variable = 'TEMPORAL_CLUSTER_FOLDER';

/** Where Debian keeps its programs, one folder a version. */
const debian = '/usr/lib/postgresql';

/** @returns {Promise<Record<string, string>>} the environment variable that says in which folder `server`, `sql` and `schema` are */
async function ensureTemporalCluster() {
  await requirePostgres();
  if (!isThere()) await withLock(() => build());
  return { [variable]: folder };
}

const isThere = () => fs.existsSync(folder);

async function requirePostgres() {
  const isDebian = fs.existsSync(debian) && fs.readdirSync(debian).length > 0;
  if (isDebian || (await runs('initdb', ['--version']))) return;
  throw new SetupError(
    '需要 PostgreSQL 15 以上的服务器程序（initdb、pg_ctl），没有找到。\nDebian：apt-get install postgresql（不必启动它的服务，本命令用自己的）。',
  );
}

async function build() {
  if (isThere()) return;
  if (!(await runs('go', ['version'])))
    throw new SetupError(
      '需要 Go 1.25 以上来编译 Temporal 服务器，没有找到。\nDebian：apt-get install golang-go（较旧的 Go 会自行取得需要的版本），或 https://go.dev/doc/install 。',
    );
  // Under its own name only when it is whole.
  const half = `${folder}.half`;
  fs.rmSync(half, { recursive: true, force: true });
  fs.mkdirSync(half, { recursive: true });
  await step(`编译 Temporal 服务器 ${version}（只需一次，约六分钟）`, () => install(half));
  await copySchema(half);
  fs.renameSync(half, folder);
}

/** @param {string} half */
async function install(half) {
  const packages = ['cmd/server', 'cmd/tools/sql'].map((path) => module_.replace('@', `/${path}@`));
  const { status, output } = await runProgram('go', ['install', ...packages], {
    output: 'kept',
    env: { ...process.env, GOBIN: half },
  });
  if (status !== 0) throw new SetupError(buildFailed, output);
}

const buildFailed = [
  'Temporal 服务器没有编译成（原因见上）。',
  '  · 网络：检查能否访问 Go 模块代理；在国内可先执行 go env -w GOPROXY=https://goproxy.cn,direct',
  '  · 磁盘：确认有 5 GB 以上空间（Go 的模块和编译缓存）',
  '处理后重新运行刚才的命令即可。',
].join('\n');

/** @param {string} half */
async function copySchema(half) {
  const { status, output } = await runProgram('go', ['mod', 'download', '-json', module_], {
    output: 'kept',
  });
  if (status !== 0) throw new SetupError('没有找到 Temporal 的数据库定义。', output);
  const { Dir } = /** @type {{ Dir: string }} */ (JSON.parse(output));
  const from = join(Dir, 'schema', 'postgresql', 'v12');
  for (const name of ['temporal', 'visibility'])
    copyFiles(join(from, name, 'versioned'), join(half, 'schema', name));
}

/**
 * Not `cpSync`: Go keeps its modules in folders that nobody may write to, and the copies would be as hard to remove.
 * @param {string} from
 * @param {string} to
 */
function copyFiles(from, to) {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFiles(source, target);
    else fs.writeFileSync(target, fs.readFileSync(source));
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function runs(program, args) {
  return (await runProgram(program, args, { output: 'kept' })).status === 0;
}

module.exports = { ensureTemporalCluster };
