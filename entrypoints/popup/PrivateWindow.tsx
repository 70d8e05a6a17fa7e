/** A private window: what is written there, and the switch. */
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { setMayWriteIn } from '@/lib/browser';

/** What happens to what is tagged in a private window. */
const privateWords = (mayWrite: boolean) =>
  mayWrite
    ? 'Private window: what you tag here is saved with everything else, with the page’s address and title.'
    : 'Private window: Bearing saves nothing here unless you allow it.';

export function PrivateWindow({ id, mayWrite }: { id: number; mayWrite: boolean }) {
  const [may, setMay] = useState(mayWrite);
  const { problem, act } = useAct();
  const turn = () =>
    void act(async () => {
      await setMayWriteIn(id, !may);
      setMay(!may);
    });
  return (
    <Message kind="caution">
      {privateWords(may)}{' '}
      <Button look="link" onClick={turn}>
        {may ? 'Stop saving in this window' : 'Save in this window'}
      </Button>
      {problem}
    </Message>
  );
}
