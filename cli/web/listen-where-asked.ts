/** Where the pages listen, with what is in the way said in words. */
import { listen, type Listening, type WebApp } from '../../web';
import { CliFailure } from '../command';

/**
 * @param port 0: any that is free
 * @throws CliFailure where the port is another program's, or not for this user
 */
export async function listenWhereAsked(
  app: WebApp,
  host: string,
  port: number,
): Promise<Listening> {
  try {
    return await listen(app, host, port);
  } catch (error) {
    const why = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw error;
    throw new CliFailure(
      `端口 ${port}（整改页面）${why}。请换一个：zhenggai web 用 --port，zhenggai up 用 --web-port。`,
    );
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被别的程序占用',
  EACCES: '不允许本用户监听',
};
