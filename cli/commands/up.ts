/** `zhenggai up`: everything on this machine, in one process. */
import { InvalidArgumentError } from 'commander';
import type { Register } from '../command';
import type * as Up from '../up/up';

interface Options {
  readonly port?: number;
  readonly uiPort?: number;
  readonly webPort?: number;
  readonly sample: boolean;
}

export const register: Register = (program, context) => {
  program
    .command('up')
    .description('在本机启动整套系统：Temporal 服务器、工作进程、页面和数据目录（npm start 即此）')
    .option('--port <端口>', 'Temporal 服务的端口（默认 7233，被占用时自选）', portOf)
    .option('--ui-port <端口>', 'Temporal 页面的端口（默认 8233，被占用时自选）', portOf)
    .option('--web-port <端口>', '整改页面的端口（默认 8080，被占用时自选）', portOf)
    .option('--no-sample', '新的数据目录里不收入示例')
    .action(({ port, uiPort, webPort, sample }: Options) =>
      all().up(context, {
        sample,
        ports: {
          ...(port === undefined ? {} : { grpc: port }),
          ...(uiPort === undefined ? {} : { ui: uiPort }),
          ...(webPort === undefined ? {} : { web: webPort }),
        },
      }),
    );
};

/** Server, worker and pages are loaded when they are to run. */
const all = () => require('../up/up') as typeof Up;

function portOf(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('应为 1 至 65535 之间的整数。');
}
