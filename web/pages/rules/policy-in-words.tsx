/** What a policy says: its limits, and the chains of those who decide. */
import type { FC } from 'hono/jsx';
import type { Policy } from '../../../domain/policy';
import type { Role } from '../../../domain/words';
import type { Language } from '../../../words/catalogue';
import { rulesWords } from '../../../words/pages/rules';
import { terms } from '../../../words/terms';

interface PolicyProps {
  readonly language: Language;
  readonly policy: Policy;
}

export const PolicyInWords: FC<PolicyProps> = ({ language, policy }) => {
  const words = rulesWords[language];
  const { roles } = terms[language];
  const chain = (named: readonly Role[]) => named.map((role) => roles[role]).join(' → ');
  return (
    <section class="card" aria-labelledby="said">
      <h2 id="said">{words.said}</h2>
      <p>{words.policyOf(policy.name, policy.version)}</p>
      <dl class="facts">
        {saidRows(policy, language).map(([term, value]) => (
          <>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <h3>{words.chains}</h3>
      <dl class="facts">
        {(['review', 'extension', 'carryOver', 'reclassify'] as const).map((of) => (
          <>
            <dt>{words.chainOf[of]}</dt>
            <dd>{chain(policy[of].chain)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
};

function saidRows(policy: Policy, language: Language): readonly (readonly [string, string])[] {
  const words = rulesWords[language];
  const { rules, month, workingDays } = words;
  const { concentratedMonths: months, publicity, lookBack, upkeep } = policy;
  return [
    [rules.concentrated, month(months)],
    [rules.room, workingDays(policy.reviewRoom[months])],
    [rules.acceptance, workingDays(policy.acceptanceWorkingDays)],
    [rules.immediate, workingDays(policy.immediateWorkingDays)],
    [rules.plan, month(policy.planMonths)],
    [rules.review, workingDays(policy.review.workingDays)],
    [rules.returned, workingDays(policy.returnWorkingDays)],
    [rules.resumed, workingDays(policy.resumeWorkingDays)],
    [rules.extension, words.times(policy.extension.limit)],
    [rules.report, month(policy.reportMonths)],
    [
      rules.publicity,
      words.publicityOf(publicity.days, publicity.count === 'working', publicity.inclusive),
    ],
    [rules.upkeep, month(upkeep.everyMonths)],
    [rules.upkeepFor, month(upkeep.forMonths)],
    [rules.lookBack, month(lookBack.afterMonths)],
    [rules.lookBackWithin, month(lookBack.withinMonths)],
    [rules.sendAt, policy.sendAt],
  ];
}
