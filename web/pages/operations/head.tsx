/** The first row of a table. */
import type { FC } from 'hono/jsx';

export const Head: FC<{ titles: readonly string[] }> = ({ titles }) => (
  <tr>
    {titles.map((title) => (
      <th scope="col">{title}</th>
    ))}
  </tr>
);
