/** True once `waiting` has lasted 200 ms: work that is quicker than that shows no trace of itself. */
import { useEffect, useState } from 'react';

export function useLate(waiting: boolean, after = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [waiting, after]);
  return waiting && late;
}
