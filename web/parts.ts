/** The parts in the order of the menu. Each is a folder of `pages/`. */
import { home } from './pages/home/home';
import type { Part } from './web-env';

/** Reached without a sign-in. */
export const publicParts: readonly Part[] = [];

export const parts: readonly Part[] = [home];
