/** Without tagging mode: the tags of the highlight that the pointer rests on, each a way to edit it. */
import { useRef } from 'react';
import { StanceShape } from '@/components/stance/StanceMark';
import type { TagOnPage } from '@/lib/messaging';
import { displayText } from '@/lib/text';
import type { BarClient } from '../client';
import { dialWords } from './describe-tag';
import { usePlaceBeside } from './place';

export function Peek({ client, tags }: { client: BarClient; tags: readonly TagOnPage[] }) {
  const box = useRef<HTMLElement>(null);
  usePlaceBeside(box, client, 'card');
  return (
    <section ref={box} className="card peek" aria-label="Tags on this statement">
      <ul>
        {tags.map(({ tag }) => (
          <li key={tag.id}>
            <button
              type="button"
              className={`peek-tag ${tag.stance}`}
              aria-label={`Edit the tag ${client.labelOf(tag)}, ${tag.stance}`}
              onClick={() => client.edit(tag)}
            >
              <StanceShape stance={tag.stance} size={10} />
              <span className="stance-word">{tag.stance}</span>
              <span className="label">{client.labelOf(tag)}</span>
              <span className="soft edit">edit</span>
            </button>
            {dialWords(tag).length ? <p className="soft">{dialWords(tag).join(' · ')}</p> : null}
            {tag.note ? <p className="left-note">{displayText(tag.note)}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
