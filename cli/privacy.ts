/** What this installation keeps from the Temporal server's eyes, as the environment or the running system says. */
import type { KeyRing } from '../codec';
import { readKeys } from '../codec/key-file';
import { namingAttributes, type NamingAttribute } from '../workflows/contract';
import { CliFailure, exitCodes, type CliContext } from './command';
import { privacyWords as words } from './messages/privacy';
import type { RunningPrivacy } from './store';

export interface Privacy {
  readonly keys: KeyRing;
  /** Search attributes that stay empty. */
  readonly hiddenAttributes: readonly NamingAttribute[];
  /** As other commands find it again. */
  readonly running: RunningPrivacy;
}

type Place = Pick<CliContext, 'env' | 'cwd'>;

/** @throws KeyError, or CliFailure where HIDDEN_ATTRIBUTES names what cannot be hidden */
export function privacyOf({ env, cwd }: Place): Privacy {
  const { keys, file } = readKeys(env['ENCRYPTION_KEYS'], cwd);
  const isOn = keys.current !== null;
  const hiddenAttributes = hiddenIn(env['HIDDEN_ATTRIBUTES'] ?? '', isOn);
  const encryption = isOn ? (file === null ? 'variable' : 'file') : 'off';
  return { keys, hiddenAttributes, running: { encryption, keyFile: file, hiddenAttributes } };
}

/** The same for a command that speaks to a running `up`: what it lacks in its own environment it takes from there. */
export function privacyBeside({ env, cwd }: Place, running: RunningPrivacy): Privacy {
  const given = env['ENCRYPTION_KEYS'] ?? '';
  if (given === '' && running.encryption === 'variable')
    throw new CliFailure(words.keysElsewhere, exitCodes.usage, { code: 'keys' });
  const hidden = running.hiddenAttributes.join(',');
  return privacyOf({
    cwd,
    env: {
      ENCRYPTION_KEYS: given === '' ? (running.keyFile ?? '') : given,
      HIDDEN_ATTRIBUTES: hidden === '' ? nothing : hidden,
    },
  });
}

const nothing = 'none';

/** With encryption on and nothing said: all that have titles or names. */
function hiddenIn(setting: string, isOn: boolean): readonly NamingAttribute[] {
  const said = setting.trim();
  if (said === '') return isOn ? namingAttributes : [];
  if (said === nothing) return [];
  return said.split(/[\s,，、]+/).map((name) => {
    const known = namingAttributes.find((each) => each === name);
    if (known !== undefined) return known;
    throw new CliFailure(words.unknownHidden(name, namingAttributes), exitCodes.usage);
  });
}
