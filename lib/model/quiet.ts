/** Where Bearing keeps quiet: there it looks at a page when it is asked to, and not by itself. */
import type { Settings } from './records/review';

type Choice = Pick<Settings, 'quietHosts' | 'onlyWhenAsked'>;

/** "www.journal.example" is kept as "journal.example", which covers the whole site. */
const WWW = /^www\./;
/** "journal.example." is the same host, written in full. */
const FINAL_DOT = /\.$/;
/** Chromium writes a blank in a host name as "%20" instead of refusing it. */
const NOT_OF_HOSTS = /[^a-z\d._:[\]-]/;

const isWithin = (host: string, kept: string): boolean =>
  host === kept || host.endsWith(`.${kept}`);

/** The name under which a site is kept; null for what is none. @param typed an address, or a host name */
export function siteToKeep(typed: string): string | null {
  const text = typed.trim();
  const address =
    /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { hostname, protocol } = new URL(address);
  if (!/^https?:$/.test(protocol)) return null;
  return NOT_OF_HOSTS.test(hostname)
    ? null
    : hostname.replace(WWW, '').replace(FINAL_DOT, '') || null;
}

/** The site of the list that makes it quiet on this host: "journal.example" on "www.journal.example". */
export const quietSiteOf = (
  { quietHosts }: Pick<Choice, 'quietHosts'>,
  host: string,
): string | undefined => quietHosts.find((kept) => isWithin(host.replace(FINAL_DOT, ''), kept));

/** Is it quiet on this site by its name, whatever else is chosen? */
export const isQuietSite = (choice: Pick<Choice, 'quietHosts'>, host: string): boolean =>
  quietSiteOf(choice, host) !== undefined;

/** May a page at this address not be looked at unasked? */
export function isQuietAt(choice: Choice, address: string): boolean {
  if (choice.onlyWhenAsked) return true;
  return URL.canParse(address) && isQuietSite(choice, new URL(address).hostname);
}

/** The sites with this one among them, or without whatever makes it quiet. */
export function withSite(hosts: readonly string[], host: string, quiet: boolean): string[] {
  const site = siteToKeep(host);
  const others = hosts.filter(
    (kept) => kept !== site && (quiet || !isWithin(host.replace(FINAL_DOT, ''), kept)),
  );
  return quiet && site ? [...others, site].sort() : others;
}
