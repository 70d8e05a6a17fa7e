/** After a change of the store, open tabs are told; that they cannot be costs nothing that was saved. */
import { send } from '@/lib/messaging';

export async function tellTabs(): Promise<void> {
  await send('store/changed', {}).catch(() => null);
}
