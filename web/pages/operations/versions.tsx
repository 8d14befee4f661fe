/** Which versions of which machines run. */
import type { FC } from 'hono/jsx';
import type { RunningVersions } from '../../../client';
import type { Language } from '../../../words/catalogue';
import { operationsWords } from '../../../words/pages/operations';
import { Head } from './head';

export const Versions: FC<{ versions: RunningVersions; language: Language }> = ({
  versions: { versions, asked, running },
  language,
}) => {
  const words = operationsWords[language];
  return (
    <>
      <p class="soft">{words.versionsOf(asked, running)}</p>
      <div class="scroll" tabindex={0}>
        <table>
          <thead>
            <Head titles={[words.machine, words.machineVersion, words.instances]} />
          </thead>
          <tbody>
            {versions.map(({ name, version, instances }) => (
              <tr>
                <td>{name}</td>
                <td>{version}</td>
                <td class="number">{instances}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
