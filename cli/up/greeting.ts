/** What a person reads when everything is up: where things are, and what to try. */
import type { DevServer } from './dev-server';
import type { StoreFolder } from './store-folder';

export interface Up {
  readonly server: Pick<DevServer, 'address' | 'uiAddress'>;
  readonly store: StoreFolder;
  /** Where the ledger lies, for people. */
  readonly ledgerPlace: string;
  readonly took: string;
  /** Our own pages. */
  readonly pagesUrl: string;
  /** Where the first administrator is made; null in a demonstration, and where there is one. */
  readonly firstLink: string | null;
  readonly channels: readonly string[];
  /** The id of the key that encrypts; null where everything is readable. */
  readonly keyId: string | null;
  /** The sample's id when it is here; null in a store without one. */
  readonly sample: string | null;
  /** A demonstration that has just begun. */
  readonly fresh: boolean;
}

export function greeting({
  server,
  store,
  ledgerPlace,
  took,
  channels,
  sample,
  fresh,
  pagesUrl,
  firstLink,
  keyId,
}: Up): string {
  const others = channels.filter((name) => name !== 'outbox').map((name) => terms[name] ?? name);
  const sent =
    others.length === 0
      ? '（设置 SMTP_URL 可发邮件，CHANNELS_FILE 可发群消息）'
      : `，另发${others.join('、')}`;
  return [
    '',
    `整改系统已启动（${took}），一切只在本机。按 Ctrl-C 停止；再次启动，从停下的地方接续。`,
    `  整改页面        ${pagesUrl}${sample === null ? '' : '（演示：点一个角色即可进入）'}`,
    ...(firstLink === null ? [] : [`    设立管理员    ${firstLink}（只能用一次）`]),
    `  Temporal 界面   ${server.uiAddress}`,
    `    全部问题      ${queryUrl(server, allProblems)}`,
    `    红灯问题      ${queryUrl(server, `${allProblems} AND Lamp="overdue"`)}`,
    ...(keyId === null ? [] : [`    加密          ${encrypted(keyId)}`]),
    `  Temporal 服务   ${server.address}`,
    `  消息发件箱      ${store.outbox}${sent}`,
    `  台账            ${ledgerPlace}`,
    '',
    '接下来可以另开一个窗口试：',
    ...(sample === null ? ownSteps : sampleSteps),
    ...(fresh ? demonstration : []),
    '',
  ].join('\n');
}

const terms: Readonly<Record<string, string>> = {
  email: '邮件',
  wecom: '企业微信',
  dingtalk: '钉钉',
  feishu: '飞书',
  webhook: '其他系统',
};

const encrypted = (keyId: string): string =>
  `已启用，密钥 ${keyId}；在界面上看明文的办法见 docs/encryption.md`;

const allProblems = 'WorkflowType="problem"';

/** The list of the Temporal UI, filtered: unfiltered it is full of digests. */
function queryUrl({ uiAddress }: Up['server'], query: string): string {
  return `${uiAddress}/namespaces/default/workflows?query=${encodeURIComponent(query)}`;
}

const ownSteps = [
  '  npx zhenggai receive sample/feedback.yaml --people sample/people.yaml   收入一份反馈',
  '  npx zhenggai list                                                       哪些逾期，找谁',
];

const sampleSteps = [
  '  npx zhenggai list                        12 个问题：哪些亮灯，该谁办',
  '  npx zhenggai show 1                      一个问题：现状、时限的由来、现在能办什么',
  '  npx zhenggai journal 1                   它的流转记录：何时、何人、因何',
  '  npx zhenggai approve 11 --by liu-haiyan  责任领导审核通过；接着轮到整改办',
];

const demonstration = [
  '',
  '示例用演示规则：一天等于一秒。约5秒首批提醒，约8秒领办逾期亮红灯，约15秒督办到主要负责人；',
  '立行立改约20秒到期，限期整改约1分钟到期。下面是陆续发出的消息（日期是演示中的日期）：',
];
