/** `zhenggai worker`: a worker of its own, for a Temporal server that others run. */
import type { Register } from '../command';
import type * as Worker from '../worker/worker';

export const register: Register = (program, context) => {
  program
    .command('worker')
    .description('为已有的 Temporal 服务器（TEMPORAL_ADDRESS）运行一个工作进程')
    .option('--register', '先在命名空间里登记缺少的检索属性', false)
    .action((options: { readonly register: boolean }) => worker().work(context, options));
};

/** Loaded when it is to run. */
const worker = () => require('../worker/worker') as typeof Worker;
