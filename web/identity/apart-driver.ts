/**
 * Each question to the database in a transaction of its own, unless one is open: the embedded database has one session for all
 * connections (ledger/apart.ts), and better-auth asks without transactions.
 */
import {
  PostgresDialect,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { Pool } from 'pg';

export function apartDialect(pool: Pool): Dialect {
  const postgres = new PostgresDialect({ pool });
  return {
    createDriver: () => new ApartDriver(postgres.createDriver()),
    createAdapter: () => postgres.createAdapter(),
    createQueryCompiler: () => postgres.createQueryCompiler(),
    createIntrospector: (db) => postgres.createIntrospector(db),
  };
}

class ApartConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  private readonly driver: Driver;
  isInside = false;

  constructor(inner: DatabaseConnection, driver: Driver) {
    this.inner = inner;
    this.driver = driver;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.isInside) return this.inner.executeQuery<Row>(query);
    await this.driver.beginTransaction(this.inner, {});
    try {
      const result = await this.inner.executeQuery<Row>(query);
      await this.driver.commitTransaction(this.inner);
      return result;
    } catch (error) {
      await this.driver.rollbackTransaction(this.inner);
      throw error;
    }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('nothing here is read as a stream');
  }
}

class ApartDriver implements Driver {
  private readonly inner: Driver;

  constructor(inner: Driver) {
    this.inner = inner;
  }

  init(): Promise<void> {
    return this.inner.init();
  }

  async acquireConnection(): Promise<ApartConnection> {
    return new ApartConnection(await this.inner.acquireConnection(), this.inner);
  }

  async beginTransaction(
    connection: ApartConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    await this.inner.beginTransaction(connection.inner, settings);
    connection.isInside = true;
  }

  async commitTransaction(connection: ApartConnection): Promise<void> {
    await this.inner.commitTransaction(connection.inner);
    connection.isInside = false;
  }

  async rollbackTransaction(connection: ApartConnection): Promise<void> {
    await this.inner.rollbackTransaction(connection.inner);
    connection.isInside = false;
  }

  releaseConnection(connection: ApartConnection): Promise<void> {
    return this.inner.releaseConnection(connection.inner);
  }

  destroy(): Promise<void> {
    return this.inner.destroy();
  }
}
