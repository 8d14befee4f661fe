/** How a run that somebody starts by hand begins and ends: its options, what it says, its exit code. */

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

export interface Run<Options> {
  /** What `--help` says. */
  readonly help: string;
  /** In its own name, e.g. `the walk`. */
  readonly name: string;
  /** @throws Error with a sentence for what is no option */
  readonly optionsOf: (args: readonly string[]) => Options;
  /** @returns the exit code */
  readonly main: (options: Options) => Promise<number>;
}

/** Exit code 2 for what is no option, 1 for a run that came to no end. */
export function runFromCommandLine<Options>({ name, help, optionsOf, main }: Run<Options>): void {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return say(help);
  let options: Options;
  try {
    options = optionsOf(args);
  } catch (error) {
    say(messageOf(error));
    process.exitCode = 2;
    return;
  }
  main(options).then(
    (code) => void (process.exitCode = code),
    (error: unknown) => {
      say(`${name} came to no end: ${messageOf(error)}`);
      process.exitCode = 1;
    },
  );
}

/** An option's whole number. @throws Error with a sentence that names the option */
export function wholeOf(option: string, text: string, least: number, most = 999_999_999): number {
  const value = Number(text);
  const isWhole = /^\d+$/.test(text) && text.length <= String(most).length;
  if (isWhole && value >= least && value <= most) return value;
  throw new Error(`${option} takes a whole number from ${least} to ${most}, not "${text}"`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
