/** The notice bench: every page gets a glance, and is read where that does not rule a paper out. */
import { notice } from '../../lib/page';
import { glance } from '../../lib/page/glance';
import { installBench } from './notice-page';

installBench(glance, (doc, url) => glance(doc, url) ?? notice(doc, url));
