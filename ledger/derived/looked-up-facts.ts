/** The facts that a problem is looked up by besides where it stands. A line that says one of them changes what it is found by. */

export const wordFacts = ['title', 'section', 'unit', 'department', 'responsibleLeader'] as const;

/** Ids of people. */
export const personFacts = ['handlers', 'departmentHead'] as const;

export const lookedUpFacts = [...wordFacts, ...personFacts] as const;
