/** A role as files write it: in English, or by its Chinese term. Not for workflows. */
import { z } from 'zod';
import { roleNamed, roleTerms } from './role-terms';
import { roles } from './words';

export const role = z
  .string()
  .trim()
  .transform((text, context) => {
    const named = roleNamed(text);
    if (named !== null) return named;
    const known = roles.map((each) => `${each}（${roleTerms[each]}）`).join('、');
    context.addIssue({ code: 'custom', message: `不认识的角色“${text}”，可以是${known}` });
    return z.NEVER;
  });
