/** What a key has done, for readers who hear it: the statement that is chosen, and what its tag still needs. */
import { strengthInWords } from '@/components/influence/dial-words';
import type { Stance } from '@/lib/model';
import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';
import { draftOf, editedIn, statementOf } from '../hand';

/** A statement is recognised by its beginning; a screen reader would go on for a minute. */
const SPOKEN_QUOTE = 240;

export function Spoken({ client, view }: { client: BarClient; view: Shown }) {
  return (
    <div className="sr" role="status" aria-live="polite">
      <p>{statementInWords(view)}</p>
      <p>{draftInWords(client, view)}</p>
    </div>
  );
}

function statementInWords(view: Shown): string {
  const statement = view.mode === 'tagging' ? statementOf(view) : null;
  if (!statement) return '';
  const { quote, tags } = statement;
  const cut = quote.length > SPOKEN_QUOTE ? `${quote.slice(0, SPOKEN_QUOTE)} …` : quote;
  const said = displayText(cut);
  const tagged = tags.length ? ` Tagged: ${tags.map(({ tag }) => tag.stance).join(', ')}.` : '';
  return `Statement: ${said}${tagged}`;
}

function draftInWords(client: BarClient, view: Shown): string {
  if (view.mode !== 'tagging' || editedIn(view)) return '';
  const { stance, influence, direction, strength } = draftOf(view);
  const dials = [
    direction === 'unstated' ? '' : direction,
    strength === undefined ? '' : `strength ${strengthInWords(strength)}`,
  ];
  const said = [stance ?? '', influence ? client.labelOf(influence) : '', ...dials].filter(Boolean);
  if (!said.length) return '';
  return `${said.join(', ')}. ${nextOf(stance, influence !== null, view, client)}`.trim();
}

function nextOf(
  stance: Stance | null,
  hasInfluence: boolean,
  { last }: Shown,
  client: BarClient,
): string {
  if (stance && !hasInfluence)
    return last ? `Which influence? Enter: ${client.labelOf(last)}.` : 'Which influence?';
  return hasInfluence && !stance ? 'Which stance?' : '';
}
