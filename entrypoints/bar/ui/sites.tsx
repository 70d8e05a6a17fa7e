/** The site that a tag is about: a list that narrows as its name is typed, and the typed name as a new one. */
import { useEffect, useId, useRef, useState } from 'react';
import type { SiteOffered } from '@/lib/messaging';
import { newId } from '@/lib/model/id';
import { LONGEST_LABEL } from '@/lib/model/limits';
import type { Draft } from '@/lib/tagging';
import { displayText, holdsWords, looseKey, searchText } from '@/lib/text';
import type { BarClient } from '../client';
import { takeKeyboard } from '../keys';

/** Rows in sight; more of them scroll. */
const SHOWN = 4;

interface Option {
  key: string;
  name: string;
  hint?: string;
  choose(): void;
}

export function Sites(props: {
  client: BarClient;
  sites: readonly SiteOffered[];
  chosen: string | undefined;
}) {
  const { chosen } = props;
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => takeKeyboard(field.current), []);
  const options = optionsOf(props, typed);
  const active = Math.min(at, options.length - 1);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="find">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length ? `${id}-${active}` : undefined}
        aria-label="Find a site, or name a new one"
        placeholder="Find a site, or name a new one"
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_LABEL}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const move = (by: number) =>
            setAt((active + by + options.length) % Math.max(1, options.length));
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Enter' && !event.repeat) options[active]?.choose();
          else if (event.key !== 'Enter') return;
          event.preventDefault();
        }}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Sites"
        // Its height does not tell the page how many sites there are.
        style={{ height: `${SHOWN * 32}px` }}
      >
        {options.map(({ key, name, hint, choose }, index) => (
          // The keyboard works from the field; the list only follows it.
          // biome-ignore lint/a11y/useKeyWithClickEvents: options of a combobox take no focus
          <div
            key={key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={(event) => {
              if (event.detail < 2) choose();
            }}
            onMouseMove={() => setAt(index)}
          >
            <span className="label">{displayText(name)}</span>
            {key === chosen ? <span className="soft">chosen</span> : null}
            {hint ? <span className="soft">{hint}</span> : null}
          </div>
        ))}
        {options.length ? null : <p className="soft">Type the name of a site.</p>}
      </div>
    </div>
  );
}

function optionsOf(
  {
    client,
    sites,
    chosen,
  }: { client: BarClient; sites: readonly SiteOffered[]; chosen: string | undefined },
  typed: string,
): Option[] {
  const name = typed.trim().replace(/\s+/g, ' ');
  const found = sites.filter((site) => holdsWords(searchText(site.name), name));
  const isNew = name && !sites.some((site) => sameName(site.name, name));
  return [
    ...found.map((site) => ({
      key: site.id,
      name: site.name,
      ...(site.paperId === undefined && { hint: 'of several papers' }),
      choose: () => client.site({ siteId: site.id }),
    })),
    ...(chosen !== undefined && !name
      ? [{ key: 'none', name: 'no site', choose: () => client.site(null) }]
      : []),
    ...(isNew
      ? [
          {
            key: 'new',
            name: `New site “${name}”`,
            hint: 'of this paper',
            choose: () => client.site({ siteId: newId(), newSite: { name } }),
          },
        ]
      : []),
  ];
}

/** Names without a letter are told apart as they are. */
const sameName = (a: string, b: string): boolean =>
  looseKey(a) ? looseKey(a) === looseKey(b) : a === b;

/** The name of a tag's site as it is shown; '' for none. */
export function siteName(
  { siteId, newSite }: Pick<Partial<Draft>, 'siteId' | 'newSite'>,
  sites: readonly SiteOffered[],
): string {
  if (siteId === undefined) return '';
  const name = newSite?.name ?? sites.find(({ id }) => id === siteId)?.name;
  return displayText(name ?? 'a site of another paper');
}
