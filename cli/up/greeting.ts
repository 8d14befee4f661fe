/** What a person reads when everything is up: where things are, and what to try. */
import type { DevServer } from './dev-server';
import type { StoreFolder } from './store-folder';

export interface Up {
  readonly server: Pick<DevServer, 'address' | 'uiAddress'>;
  readonly store: StoreFolder;
  readonly took: string;
  readonly channels: readonly string[];
  /** The sample's id when it is here; null in a store without one. */
  readonly sample: string | null;
  /** A demonstration that has just begun. */
  readonly fresh: boolean;
}

export function greeting({ server, store, took, channels, sample, fresh }: Up): string {
  const mail = channels.includes('email') ? '；邮件已启用' : '（设置 SMTP_URL 可发邮件）';
  return [
    '',
    `整改系统已就绪（${took}）。一切只在本机（127.0.0.1）。按 Ctrl-C 停止；进度都在库中，再启动即接续。`,
    '',
    `  Temporal 页面  ${server.uiAddress}/namespaces/default/workflows`,
    `  Temporal 地址  ${server.address}`,
    `  流转记录       ${store.journal}`,
    `  发件箱         ${store.outbox}${mail}`,
    '',
    ...nextSteps(sample),
    ...(fresh ? ['', ...demonstration] : []),
    '',
  ].join('\n');
}

function nextSteps(sample: string | null): readonly string[] {
  if (sample === null)
    return [
      '另开一个窗口，接着试：',
      '  npx zhenggai receive sample/feedback.yaml --people sample/people.yaml',
      '  npx zhenggai list',
    ];
  return [
    '另开一个窗口，接着试：',
    '  npx zhenggai list                              谁的哪一项逾期，一览',
    '  npx zhenggai show 1                            一个问题的现状、时限由来、可办事项',
    '  npx zhenggai submit 7 --by zhang-wei --text 12笔已补齐手续   经办人报送完成',
  ];
}

const demonstration = [
  '演示规则：一秒相当于一天。约10秒领办逾期亮红灯，约20秒立行立改到期，约1分钟督办到主要负责人。',
];
