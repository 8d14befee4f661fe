/** A chart with its title, what it shows in a sentence, and its numbers as a table. */
import type { FC } from 'hono/jsx';
import { raw } from 'hono/html';
import type { Language } from '../../../words/catalogue';
import { overviewWords } from '../../../words/pages/overview';
import type { Chart } from './charts';

export const ChartFigure: FC<{ chart: Chart; language: Language }> = ({ chart, language }) => {
  const words = overviewWords[language];
  const { id, title, text, option, columns, rows } = chart;
  if (rows.length === 0)
    return (
      <figure class="card">
        <figcaption>{title}</figcaption>
        <p class="soft">{words.nothingYet}</p>
      </figure>
    );
  return (
    <figure class="card" data-chart={id}>
      <figcaption>
        {title} <span class="soft">{text}</span>
      </figcaption>
      <div
        class="chart"
        id={`chart-${id}`}
        role="img"
        aria-label={`${title}：${text}`}
        hx-preserve
      />
      <script type="application/json">{raw(inScript(option))}</script>
      <details class="more" id={`table-${id}`}>
        <summary>{words.table}</summary>
        <div class="scroll" tabindex={0} role="region" aria-label={`${title}：${words.table}`}>
          <table>
            <thead>
              <tr>
                {columns.map((column, index) => (
                  <th scope="col" class={index === 0 ? '' : 'number'}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...cells]) => (
                <tr>
                  <th scope="row">{name}</th>
                  {cells.map((cell) => (
                    <td class="number">{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
};

/** What people wrote must not end the element that it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
