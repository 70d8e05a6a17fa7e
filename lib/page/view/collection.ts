/**
 * Is this a page that lists what a repository has: a collection, a community, a browse index, results? Their addresses
 * are in the shape of a work's ("/handle/1/2"), so the platforms' own markup of lists decides, and the words above them.
 */
import * as dom from '../../dom';
import { looseKey } from '../../text';
import { phraseSet } from './phrases';
import type { ShownView } from './shown-view';

/** What the platforms' pages of lists have, and their pages of one work have not. */
const LISTS = [
  // DSpace, XMLUI and JSPUI.
  '.ds-artifact-list .ds-artifact-item,[id*="_ConfigurableBrowse_"],[id*="CollectionViewer"],[id*="CommunityViewer"]',
  '[id*="discovery_"][id*="div_search"],table.miscTable #t1 ~ #t2,[id^="aspect_discovery_RecentlyAdded"]',
  'form[action$="/browse"] [name="sort_by"],.discovery-result-results,.discovery-result-pagination',
  // DSpace 7 and later.
  'ds-collection-page,ds-community-page,ds-themed-collection-page,ds-themed-community-page',
  'ds-community-list,ds-browse-by,ds-themed-browse-by,ds-search-results,ds-recent-item-list',
  'ds-configuration-search-page,ds-themed-configuration-search-page',
  // EPrints.
  '.ep_view_page,.ep_view_menu,.ep_search_results,.ep_search_controls,.ep_view_blurb',
  // Blacklight, Samvera and Hyrax.
  '.blacklight-catalog-index,.blacklight-hyrax-collections,.hyc-container,#documents .document ~ .document',
  // Islandora and Drupal.
  '.islandora-solr-search-results,.islandora-basic-collection,.islandora-objects-grid,.islandora-objects-list',
  '.islandora-bookmark-list',
].join(',');

/** What those have of one work beside a list of others. */
const ONE_WORK = [
  '[class*="item-summary-view"],[class*="ds-includeSet"],[class*="simple-item-view"],.itemDisplayTable',
  'ds-item-page,ds-full-item-page,ds-themed-item-page,.ep_summary_content,.ep_block .citation',
  '.blacklight-catalog-show,.islandora-object-content',
].join(',');

/** Headings of lists that only the page of a collection has, as keys. */
const HEADINGS = phraseSet(`
  recent submissions, recent additions, recent items, recent deposits, recently added, recently submitted, latest additions,
  latest submissions, communities in dspace, sub communities within this community, sub communities in this community,
  collections in this community, collections within this community, sub communities and collections,
  collection home page, collection s items, browse this collection, browse this community, neueste veroffentlichungen,
  neueste eintrage, neueste zugange, neuzugange, sammlungen in diesem bereich, untergeordnete bereiche in diesem bereich,
  envios recientes, subcomunidades en esta comunidad, colecciones en esta comunidad, colecciones de esta comunidad,
  submissoes recentes, subcomunidades nesta comunidade, colecoes nesta comunidade, colecoes desta comunidade,
  depots recents, soumissions recentes, ajouts recents, derniers depots, derniers ajouts,
  collections de cette communaute, collections dans cette communaute, immissioni recenti, inserimenti recenti,
  recente toevoegingen, recente inzendingen, senaste bidrag`);
const LONGEST_HEADING = 70;
const MOST_HEADINGS = 60;

/** Whether the page lists works of a repository, and does not show one. */
export function showsCollection({ doc }: ShownView): boolean {
  if (doc.querySelector(LISTS)) return doc.querySelector(ONE_WORK) === null;
  return [...doc.querySelectorAll('h1,h2,h3,h4')].slice(0, MOST_HEADINGS).some((one) => {
    const text = dom.textContent(one) ?? '';
    return text.length < LONGEST_HEADING && HEADINGS.has(looseKey(text));
  });
}
