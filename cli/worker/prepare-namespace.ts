/** What a namespace needs before work begins in it: search attributes and time to keep what has closed. Safe to repeat. */
import type { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { searchAttributes } from '../../workflows/contract';
import { CliFailure } from '../command';

const types = temporal.api.enums.v1.IndexedValueType;

const wanted = Object.fromEntries(
  Object.entries(searchAttributes).map(([name, type]) => [
    name,
    types[`INDEXED_VALUE_TYPE_${type}`],
  ]),
);

/**
 * Adds the search attributes that are missing.
 *
 * @returns their names
 * @throws CliFailure when one exists with another type
 */
export async function registerAttributes(
  connection: Connection,
  namespace: string,
): Promise<readonly string[]> {
  const { customAttributes = {} } = await connection.operatorService.listSearchAttributes({
    namespace,
  });
  const existing = customAttributes ?? {};
  refuseOtherTypes(existing, namespace);
  const missing = Object.entries(wanted).filter(([name]) => !(name in existing));
  if (missing.length > 0)
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing),
    });
  return missing.map(([name]) => name);
}

function refuseOtherTypes(existing: Readonly<Record<string, number>>, namespace: string): void {
  const other = Object.entries(wanted).filter(
    ([name, type]) => name in existing && Number(existing[name]) !== Number(type),
  );
  if (other.length === 0) return;
  throw new CliFailure(
    `命名空间 ${namespace} 里已有同名但类型不同的检索属性：${other.map(([name]) => name).join('、')}。请换一个命名空间（TEMPORAL_NAMESPACE），或由管理员删去后重试。`,
  );
}

const day = 86_400;

/**
 * Sees to it that closed workflows stay to be looked at.
 *
 * @returns true when the namespace kept them for less and was changed
 */
export async function keepClosed(
  connection: Connection,
  namespace: string,
  days: number,
): Promise<boolean> {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  const kept = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
  if (kept >= days * day) return false;
  await connection.workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: { seconds: days * day } as never },
  });
  return true;
}
