/** `zhenggai web`: a page process of its own, beside workers and a Temporal server that others run. */
import { InvalidArgumentError } from 'commander';
import type { Register } from '../command';
import { zh } from '../messages/zh';
import type * as ServePages from '../web/serve-pages';

export const register: Register = (program, context) => {
  program
    .command('web')
    .description(
      '为已有的 Temporal 服务器（TEMPORAL_ADDRESS）和台账（DATABASE_URL）运行一个页面进程',
    )
    .helpGroup(zh.program.groups.start)
    .option('--host <地址>', '监听的地址', '127.0.0.1')
    .option('--port <端口>', '监听的端口', portTyped, 8080)
    .action((options: { readonly host: string; readonly port: number }) =>
      pages().servePages(context, options),
    );
};

/** Loaded when it is to run. */
const pages = () => require('../web/serve-pages') as typeof ServePages;

function portTyped(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('应为 1 到 65535 的整数。');
  return port;
}
