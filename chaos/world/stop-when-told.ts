/** Programs in groups of their own would be left behind by whoever interrupts the run: they are stopped first. */

export function stopWhenTold(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(130)));
}
