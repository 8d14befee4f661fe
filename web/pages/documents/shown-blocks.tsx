/** The blocks of a document as a page shows them: gaps are marked. */
import type { FC } from 'hono/jsx';
import { assertNever } from '../../../domain/assert-never';
import { partsAroundGaps } from '../../../documents/export/gap';
import type { Block, Table } from '../../../documents/export/page/blocks';
import type { Shown } from '../../../documents/export/shown';

export const ShownDocument: FC<{ shown: Shown }> = ({ shown }) => (
  <article class="paper" lang="zh-CN">
    {shown.kind === 'text'
      ? shown.blocks.map((block) => <ShownBlock block={block} under={2} />)
      : shown.tables.map(({ name, head, rows }) => (
          <div class="scroll" tabindex={0} role="region" aria-label={name}>
            <table>
              <caption>{name}</caption>
              <thead>
                <tr>
                  {head.map((text) => (
                    <th scope="col">{text}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr>
                    {row.map((text) => (
                      <td>{text}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
    <p class="soft">{shown.madeFrom}</p>
  </article>
);

/** @param under the level of the heading that stands above the blocks */
export const ShownBlock: FC<{ block: Block; under: 1 | 2 }> = ({ block, under }) => {
  switch (block.kind) {
    case 'title':
      return (
        <h2 class="paper-title">
          <WithGaps text={block.text} />
        </h2>
      );
    case 'heading':
      return <ShownHeading level={block.level + under} text={block.text} />;
    case 'paragraph':
      return (
        <p class={block.flush === true ? 'flush' : ''}>
          {block.lead === '' ? null : <strong>{block.lead}</strong>}
          <WithGaps text={block.text} />
        </p>
      );
    case 'closing':
      return (
        <p class="closing">
          <WithGaps text={block.signer} />
          <br />
          <WithGaps text={block.date} />
        </p>
      );
    case 'table':
      return <ShownTable table={block} />;
    default:
      return assertNever(block);
  }
};

const ShownHeading: FC<{ level: number; text: string }> = ({ level, text }) => {
  const words = <WithGaps text={text} />;
  switch (level) {
    case 2:
      return <h2>{words}</h2>;
    case 3:
      return <h3>{words}</h3>;
    case 4:
      return <h4>{words}</h4>;
    case 5:
      return <h5>{words}</h5>;
    default:
      return <h6>{words}</h6>;
  }
};

const ShownTable: FC<{ table: Table }> = ({ table }) => (
  <table class="form">
    {table.rows.map(({ cells }) => (
      <tr>
        {cells.map(({ text, span, label }) => {
          const lines = text.map((line) => (
            <div>
              <WithGaps text={line} />
            </div>
          ));
          return label === true ? (
            <th scope="row">{lines}</th>
          ) : (
            <td colspan={span ?? 1}>{lines}</td>
          );
        })}
      </tr>
    ))}
  </table>
);

const WithGaps: FC<{ text: string }> = ({ text }) => (
  <>{partsAroundGaps(text).map((part) => (part.isGap ? <mark>{part.text}</mark> : part.text))}</>
);
