/** Reading the list of quiet sites as a reader types it: names, whole addresses, blank lines. */

/** `problems` are the lines that name no host. Doubles are dropped, order is kept. */
export function hostsFromText(text: string): { hosts: string[]; problems: string[] } {
  const hosts: string[] = [];
  const problems: string[] = [];
  for (const line of text.split(/[\s,]+/).filter(Boolean)) {
    const host = hostOf(line);
    if (!host) problems.push(line);
    else if (!hosts.includes(host)) hosts.push(host);
  }
  return { hosts, problems };
}

function hostOf(line: string): string | null {
  try {
    const { hostname } = new URL(/^[a-z]+:\/\//i.test(line) ? line : `https://${line}`);
    return /^[a-z0-9.-]+$/.test(hostname) && hostname.includes('.') ? hostname : null;
  } catch {
    return null;
  }
}
