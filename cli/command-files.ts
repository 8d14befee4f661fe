/** Which file of cli/commands has which command. Each is loaded for its own commands, and all of them for help. */
import type { Register } from './command';
import type * as Events from './commands/events';

interface CommandFile {
  readonly register: Register;
}

interface Listed {
  readonly has: (command: string) => boolean;
  readonly load: () => CommandFile;
}

const file = (names: string, load: () => unknown): Listed => ({
  has: (command) => names.split(' ').includes(command),
  load: () => load() as CommandFile,
});

const events = () => require('./commands/events') as typeof Events;

const documents = 'bulletin progress-report ledger summary sign-off-sheet urge-sheet';

/** In the order of help. */
const files: readonly Listed[] = [
  file('up', () => require('./commands/up')),
  file('worker', () => require('./commands/worker')),
  file('web', () => require('./commands/web')),
  file('new-key', () => require('./commands/new-key')),
  file('template', () => require('./commands/template')),
  file('import', () => require('./commands/import')),
  file('receive', () => require('./commands/receive')),
  file('rehearse', () => require('./commands/rehearse')),
  file('list watch', () => require('./commands/list')),
  file('show', () => require('./commands/show')),
  file('journal verify search stats', () => require('./commands/ledger')),
  file('evidence', () => require('./commands/evidence')),
  file(documents, () => require('./commands/issue')),
  file('deliveries', () => require('./commands/deliveries')),
  file('backup restore', () => require('./commands/backup')),
  file('pack unpack', () => require('./commands/pack')),
  file('incidents retry', () => require('./commands/incidents')),
  file('migrate', () => require('./commands/migrate')),
  file('reconcile', () => require('./commands/reconcile')),
  { has: (command) => events().eventNames().includes(command), load: events },
  file('reassign', () => require('./commands/reassign')),
];

/** The one that has the command; all, where none has it: for help, and for whatever is mistyped. */
export function filesOf(command: string): readonly CommandFile[] {
  const own = files.find(({ has }) => has(command));
  return (own === undefined ? files : [own]).map(({ load }) => load());
}
