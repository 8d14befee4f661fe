/** The ticket's machine as the engine takes it; preloaded into the sandbox, as the system does with its own machines. */
import { createRegistry, type MachineDefinition, type Standing } from '../../engine/core';
import { attributesOf, deadlineSummary, detailsOf, reminderSummary, reviewSummary } from './ticket';
import { factsOf } from './ticket-facts';
import { ticketMachine, type TicketContext } from './ticket-machine';

const text = { type: 'text', max: 4000, title: 'Text' } as const;
const instant = { type: 'text', max: 30, title: 'Instant' } as const;

const ticket: MachineDefinition = {
  name: 'ticket',
  version: '1',
  machine: ticketMachine,
  events: {
    submit: { title: 'Submit', fields: { text } },
    extend: { title: 'Extend', fields: { remindAt: instant, dueAt: instant } },
    approve: { title: 'Approve', fields: { text } },
    reopen: { title: 'Reopen', fields: { reason: text } },
  },
  reasons: { isOwner: 'only the owner may', isReviewer: 'only the reviewer may' },
  describe: {
    line: ({ snapshot }: Standing) => {
      const { lamp, round } = snapshot.context as TicketContext;
      return { lamp, round };
    },
    details: ({ snapshot }) => detailsOf(factsOf(snapshot)),
    attributes: ({ snapshot }) => attributesOf(factsOf(snapshot)),
    context: ({ snapshot }) => ({ ...(snapshot.context as TicketContext) }),
  },
  explainTimer: ({ id }) => (id.includes('reminder') ? reminderSummary : deadlineSummary),
  explainWork: ({ name }) => (name === 'review' ? reviewSummary : name),
};

export const ticketRegistry = createRegistry([ticket]);
