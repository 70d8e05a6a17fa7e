/** Direction, strength, basis and note: optional, for the tag at hand or the one about to be saved. */
import { useEffect, useRef } from 'react';
import { strengthInWords, VOICE_WORDS } from '@/components/influence/dial-words';
import { meaningOf } from '@/lib/tagging';
import type { BarClient, Shown } from '../client';
import { draftOf, statementOf, tagAtHand, typedIn } from '../hand';
import { takeKeyboard } from '../keys';
import { Key, keyOf } from './key';
import { Sites, siteName } from './sites';

export function Dials({ client, view }: { client: BarClient; view: Shown }) {
  const dials = tagAtHand(view) ?? draftOf(view);
  const { direction, strength, basis, voice, note } = dials;
  const sites = statementOf(view)?.sites ?? [];
  const site = siteName(dials, sites);
  const writing = view.panel.kind === 'note';
  const facilitator = direction === 'facilitator' || direction === 'both';
  const barrier = direction === 'barrier' || direction === 'both';
  return (
    <div className="dials">
      <fieldset>
        <legend className="sr">Direction</legend>
        <button
          type="button"
          aria-pressed={facilitator}
          aria-keyshortcuts={keyOf(view, 'facilitator')}
          title={meaningOf('facilitator')}
          onClick={() => client.run('facilitator')}
        >
          facilitator <Key view={view} of="facilitator" />
        </button>
        <button
          type="button"
          aria-pressed={barrier}
          aria-keyshortcuts={keyOf(view, 'barrier')}
          title={meaningOf('barrier')}
          onClick={() => client.run('barrier')}
        >
          barrier <Key view={view} of="barrier" />
        </button>
        <button
          type="button"
          aria-pressed={direction === 'both'}
          title="It helps in one way and hinders in another: both keys, one after the other"
          onClick={() => turnBoth(client, facilitator, barrier)}
        >
          both <span className="keys-both">{bothKeys(view)}</span>
        </button>
      </fieldset>
      <fieldset className="strength">
        <legend className="sr">Strength</legend>
        <output title="CFIR rating, −2 (strong negative) to +2 (strong positive)">
          strength{strength === undefined ? '' : ` ${strengthInWords(strength)}`}
        </output>
        <button
          type="button"
          aria-label="Weaker"
          aria-keyshortcuts={keyOf(view, 'weaker')}
          onClick={() => client.run('weaker')}
        >
          {keyOf(view, 'weaker') ? <Key view={view} of="weaker" /> : '−'}
        </button>
        <button
          type="button"
          aria-label="Stronger"
          aria-keyshortcuts={keyOf(view, 'stronger')}
          onClick={() => client.run('stronger')}
        >
          {keyOf(view, 'stronger') ? <Key view={view} of="stronger" /> : '+'}
        </button>
      </fieldset>
      <button
        type="button"
        aria-pressed={basis === 'second-hand'}
        aria-keyshortcuts={keyOf(view, 'basis')}
        title="The authors cite someone for it"
        onClick={() => client.run('basis')}
      >
        second-hand <Key view={view} of="basis" />
      </button>
      <button
        type="button"
        aria-expanded={writing}
        aria-pressed={Boolean(note)}
        aria-keyshortcuts={keyOf(view, 'note')}
        onClick={() => client.run('note')}
      >
        note <Key view={view} of="note" />
      </button>
      <button
        type="button"
        aria-pressed={voice !== undefined}
        aria-keyshortcuts={keyOf(view, 'voice')}
        title={
          voice ? VOICE_WORDS[voice] : 'Whose words: participants’, or the authors’ interpretation'
        }
        onClick={() => client.run('voice')}
      >
        {voice ? `voice: ${voice}` : 'voice'} <Key view={view} of="voice" />
      </button>
      {sites.length || site ? (
        <button
          type="button"
          aria-expanded={view.panel.kind === 'site'}
          aria-pressed={Boolean(site)}
          aria-keyshortcuts={keyOf(view, 'site')}
          title="The site that it is about"
          onClick={() => client.toggle('site')}
        >
          <span className="label">{site ? `site: ${site}` : 'site'}</span>{' '}
          <Key view={view} of="site" />
        </button>
      ) : null}
      {view.panel.kind === 'site' ? (
        <Sites client={client} sites={sites} chosen={dials.siteId} />
      ) : null}
      {writing ? <NoteField note={typedIn(view) ?? note} client={client} /> : null}
    </div>
  );
}

/** Turns on what is off; where both are on, both off. */
function turnBoth(client: BarClient, facilitator: boolean, barrier: boolean): void {
  const isBoth = facilitator && barrier;
  if (facilitator === isBoth) client.run('facilitator');
  if (barrier === isBoth) client.run('barrier');
}

/** The two keys that make it both; nothing where one of them has no key. */
function bothKeys(view: Shown) {
  const keys = [keyOf(view, 'facilitator'), keyOf(view, 'barrier')];
  if (!keys.every(Boolean)) return null;
  return (
    <>
      <Key view={view} of="facilitator" /> <Key view={view} of="barrier" />
    </>
  );
}

function NoteField({ note, client }: { note: string; client: BarClient }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => takeKeyboard(field.current), []);
  const save = () => client.keepNote(field.current?.value ?? '');
  return (
    <div className="note">
      <textarea
        ref={field}
        aria-label="Note"
        rows={3}
        maxLength={50_000}
        defaultValue={note}
        placeholder="Why this statement counts so"
        onInput={(event) => client.typed(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            save();
          }
        }}
      />
      <button type="button" onClick={save}>
        keep note <kbd>Enter</kbd>
      </button>
    </div>
  );
}
