/** A machine's place in the registry. */
export interface MachineRef {
  readonly name: string;
  readonly version: string;
}
