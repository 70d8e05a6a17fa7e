/** A live read whose answer belongs to the question that is asked now, never to the one before it. */
import { useLiveQuery } from 'dexie-react-hooks';

/**
 * Undefined until the question with this key is answered: `useLiveQuery` alone keeps the last question's answer until
 * then, which must not be shown, let alone acted on, under the new one.
 */
export function useLiveAnswer<T>(key: string, query: () => Promise<T>): T | undefined {
  const answer = useLiveQuery(() => query().then((value) => ({ key, value })), [key]);
  return answer?.key === key ? answer.value : undefined;
}
