/** Which web addresses belong to one site, judged by their host names alone. */

/** Under these second-level labels country domains are registered: `example.ac.uk`, `example.com.br`. */
const SECOND_LEVEL =
  /^(?:ac|co|com|edu|go|gob|gov|gouv|gv|med|mil|ne|net|nhs|nom|or|org|res|sch|univ)\.[^.]{2}$/;

/** Hosts that give every customer a name of its own below theirs: their customers are different sites. */
const SHARED_HOSTS =
  /^(?:github|gitlab|bitbucket)\.io$|^(?:blogspot|wordpress|herokuapp|weebly|wixsite|azurewebsites|cloudfront|appspot|typepad)\.|^(?:netlify|vercel|web|pages|fly|onrender)\.(?:app|dev)$|^(?:firebaseapp|readthedocs|surge|neocities|amazonaws)\./;

/** The registered name of a host, guessed without the public suffix list: a kilobyte of rules instead of 200. */
function siteOf(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host;
  const labels = host.split('.');
  const last = labels.slice(-2).join('.');
  const shared = SHARED_HOSTS.test(last) || SECOND_LEVEL.test(last);
  return shared ? labels.slice(-3).join('.') : last;
}

/** Two web addresses of one site: sub-domains and http or https do not matter, another port does. */
export function sameSite(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  const [one, other] = [new URL(a), new URL(b)];
  const web = [one, other].every(({ protocol }) => protocol === 'http:' || protocol === 'https:');
  return web && one.port === other.port && siteOf(one.hostname) === siteOf(other.hostname);
}
