/** Takes away all that the extension has stored. Runs in one of its own pages, while no other is open. */
export async function wipeStored(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (!name) continue;
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(name);
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    });
  }
  type Area = { clear(): Promise<void> };
  const { storage } = (globalThis as unknown as { chrome: { storage: Record<string, Area> } })
    .chrome;
  await Promise.all([storage.local?.clear(), storage.session?.clear()]);
  localStorage.clear();
}
