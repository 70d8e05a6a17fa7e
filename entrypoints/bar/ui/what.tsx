/** A tag, or what is chosen of one so far: the stance by its shape, the influence by its name. */
import { StanceShape } from '@/components/stance/StanceMark';
import type { ChosenInfluence, Stance } from '@/lib/model';
import type { BarClient } from '../client';

export function What(props: {
  client: BarClient;
  stance: Stance | null;
  influence: ChosenInfluence | null;
}) {
  const { client, stance, influence } = props;
  return (
    <span className={`what ${stance ?? ''}`}>
      {stance ? (
        <>
          <StanceShape stance={stance} size={10} />
          <span className={influence ? 'sr' : ''}>{stance}</span>
        </>
      ) : null}
      {influence ? <span className="label">{client.labelOf(influence)}</span> : null}
    </span>
  );
}
