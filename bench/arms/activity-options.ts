/** How every arm calls its activities. */
import type { ActivityOptions } from '@temporalio/workflow';

export const retrying: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
};
