/** What the glance and the reading find of a saved page, for tests over many pages. */
import { notice } from '../../lib/page';
import { glance } from '../../lib/page/glance';

Object.assign(globalThis, {
  bearingGlance: (html: string, url: string) => {
    const doc = new DOMParser().parseFromString(html, 'text/html');
    return { glance: glance(doc, url), read: notice(doc, url) };
  },
});
