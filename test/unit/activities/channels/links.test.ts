import { createLinkTo, LinkError, linksOf, noLinkTo } from '../../../../activities/links';
import { wordDigest } from '../../../../activities/message';
import { digest, item } from './digest';

const both = digest({ rectification: '云川 2026', items: [item(7), item(0, { problem: null })] });

test('each item leads to its page, what concerns the whole to the whole', async () => {
  const links = await linksOf(both, createLinkTo('https://zhenggai.example.org/'));
  expect([...links.values()]).toEqual([
    'https://zhenggai.example.org/problems/%E4%BA%91%E5%B7%9D%202026/7',
    'https://zhenggai.example.org/rectifications/%E4%BA%91%E5%B7%9D%202026',
  ]);
});

test('a message says the page where there is one, the command where there is none', async () => {
  const pages = await linksOf(both, createLinkTo('https://zhenggai.example.org'));
  expect(wordDigest(both, pages).text).toContain('查看办理：https://zhenggai.example.org/');
  const none = await linksOf(both, noLinkTo);
  expect(wordDigest(both, none).text).toContain('查看办理：zhenggai view');
  expect(wordDigest(both, none).summary.items.map(({ link }) => link)).toEqual([null, null]);
});

test.each([
  '',
  'zhenggai.example.org',
  'ftp://x.example.org',
  'https://u:p@x.example.org',
  'https://x.example.org/?a=1',
  'https://x.example.org/#top',
  'https://x.example.org/zg',
])('pages cannot be at %j', (base) => {
  expect(() => createLinkTo(base)).toThrow(LinkError);
});
