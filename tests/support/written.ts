/** All that Bearing has written: every row of its databases, and the extension's storages. */

interface Areas {
  storage: Record<'session' | 'local', { get(all: null): Promise<object> }>;
}

export interface Written {
  /** Rows by table, of all databases. */
  tables: Record<string, unknown[]>;
  session: object;
  local: object;
}

/** Runs in one of the extension's own pages. */
export async function readWritten(): Promise<Written> {
  const wait = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const tables: Record<string, unknown[]> = {};
  for (const { name = '', version } of await indexedDB.databases()) {
    const db = await wait(indexedDB.open(name, version));
    for (const table of db.objectStoreNames)
      tables[table] = await wait(db.transaction(table).objectStore(table).getAll());
    db.close();
  }
  const world = globalThis as unknown as { browser?: Areas; chrome: Areas };
  const { session, local } = (world.browser ?? world.chrome).storage;
  return { tables, session: await session.get(null), local: await local.get(null) };
}
