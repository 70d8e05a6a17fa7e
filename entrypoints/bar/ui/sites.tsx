/** The site that a tag is about: a list that narrows as its name is typed, and the typed name as a new one. */
import { useState } from 'react';
import type { SiteOffered } from '@/lib/messaging';
import { newId } from '@/lib/model/id';
import { LONGEST_LABEL } from '@/lib/model/limits';
import type { Draft } from '@/lib/tagging';
import { displayText, holdsWords, nameKey, oneSpaced, searchText } from '@/lib/text';
import type { BarClient } from '../client';
import { Combobox, type Option } from './combobox';

/** Rows in sight; more of them scroll. */
const SHOWN = 4;

export function Sites(props: {
  client: BarClient;
  sites: readonly SiteOffered[];
  chosen: string | undefined;
}) {
  const [typed, setTyped] = useState('');
  return (
    <Combobox
      name="Find a site, or name a new one"
      list="Sites"
      rows={SHOWN}
      typed={typed}
      maxLength={LONGEST_LABEL}
      options={optionsOf(props, typed)}
      nothing="Type the name of a site."
      onType={setTyped}
    />
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
  const name = oneSpaced(typed);
  const found = sites.filter((site) => holdsWords(searchText(site.name), name));
  const isNew = name && !sites.some((site) => nameKey(site.name) === nameKey(name));
  const option = (key: string, text: string, hint: string, choose: () => void): Option => ({
    ...{ key, choose },
    content: (
      <>
        <span className="label">{displayText(text)}</span>
        {key === chosen ? <span className="soft">chosen</span> : null}
        {hint ? <span className="soft">{hint}</span> : null}
      </>
    ),
  });
  return [
    ...found.map((site) =>
      option(site.id, site.name, site.paperId === undefined ? 'of several papers' : '', () =>
        client.site({ siteId: site.id }),
      ),
    ),
    ...(chosen !== undefined && !name
      ? [option('none', 'no site', '', () => client.site(null))]
      : []),
    ...(isNew
      ? [
          option('new', `New site “${name}”`, 'of this paper', () =>
            client.site({ siteId: newId(), newSite: { name } }),
          ),
        ]
      : []),
  ];
}

/** The name of a tag's site as it is shown; '' for none. */
export function siteName(
  { siteId, newSite }: Pick<Partial<Draft>, 'siteId' | 'newSite'>,
  sites: readonly SiteOffered[],
): string {
  if (siteId === undefined) return '';
  const name = newSite?.name ?? sites.find(({ id }) => id === siteId)?.name;
  return displayText(name ?? 'a site of another paper');
}
