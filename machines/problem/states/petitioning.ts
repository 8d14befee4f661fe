/** What a department may ask for while it works, and who decides: extension, carry-over, another kind, an explanation. */
import { base } from '../base';
import type { PetitionKind } from '../context';
import { permit } from '../permit';

const ask = (kind: PetitionKind) => ({ type: 'ask', params: { kind } }) as const;
const isKind = (kind: PetitionKind) => ({ type: 'isPetition', params: { kind } }) as const;
const decides = (kind: PetitionKind) =>
  permit(isKind(kind), 'didNotAsk', 'didNotDecide', 'decidesPetition');
const grants = (kind: PetitionKind) =>
  permit(isKind(kind), 'didNotAsk', 'didNotDecide', 'decidesPetition', 'isLastDecision');
const changeDates = base.raise({ type: 'datesChanged' });

/** Granting leads on: new dates, another machine (`#reclassified`) or the end (`#closed`). */
export const petitioning = base.createStateConfig({
  initial: 'idle',
  states: {
    idle: {
      on: {
        requestExtension: {
          guard: permit('isDepartment', 'isBeforeDate', 'extensionsLeft', 'isLater'),
          target: 'deciding',
          actions: ask('extension'),
        },
        requestCarryOver: {
          guard: permit('isDepartment', 'isAfterDate', 'isAhead'),
          target: 'deciding',
          actions: ask('carryOver'),
        },
        requestReclassification: {
          guard: permit('isDepartmentOrOffice', 'isBeforeDate', 'changesKind'),
          target: 'deciding',
          actions: ask('reclassification'),
        },
        explain: {
          guard: permit('isDepartmentOrOffice'),
          target: 'deciding',
          actions: ask('explanation'),
        },
      },
    },
    deciding: {
      tags: 'deciding',
      on: {
        approveExtension: [
          { guard: grants('extension'), target: 'idle', actions: ['approvePetition', changeDates] },
          { guard: decides('extension'), actions: 'approvePetition' },
        ],
        refuseExtension: { guard: decides('extension'), target: 'idle', actions: 'dropPetition' },
        approveCarryOver: [
          { guard: grants('carryOver'), target: 'idle', actions: ['approvePetition', changeDates] },
          { guard: decides('carryOver'), actions: 'approvePetition' },
        ],
        refuseCarryOver: { guard: decides('carryOver'), target: 'idle', actions: 'dropPetition' },
        approveReclassification: [
          {
            guard: grants('reclassification'),
            target: '#reclassified',
            actions: 'approvePetition',
          },
          { guard: decides('reclassification'), actions: 'approvePetition' },
        ],
        refuseReclassification: {
          guard: decides('reclassification'),
          target: 'idle',
          actions: 'dropPetition',
        },
        acceptExplanation: {
          guard: grants('explanation'),
          target: '#closed',
          actions: 'approvePetition',
        },
        refuseExplanation: {
          guard: decides('explanation'),
          target: 'idle',
          actions: 'dropPetition',
        },
      },
    },
  },
});
