/** Printed chapters, all written for this test: the book, wherever its editors are named and whatever marks them. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';

/** A citation, its title where one is printed, and its book. */
const CHAPTERS: [string, string | undefined, string][] = [
  [
    'R. Holm, in Werk und Wandel, ed. H. Berg and U. Dahl, Campus, Frankfurt, 1993, pp. 55–78',
    undefined,
    'Werk und Wandel',
  ],
  [
    'N. Holm in The making of wards (Eds.: K. Ek, R. Moe), Sage, London, 2006, pp. 101–124',
    undefined,
    'The making of wards',
  ],
  [
    'Holm, R. (1993): “Pflege im Wandel,” in Werk und Wandel, ed. by H. Berg and U. Dahl, Frankfurt: Campus, 55–78.',
    'Pflege im Wandel',
    'Werk und Wandel',
  ],
  [
    'Marin, Sylvie. 2009. “Le Soin Et Ses Marges.” In Histoires Du Soin, ed. Luc Petit. Paris: Seuil, 33–60.',
    'Le Soin Et Ses Marges',
    'Histoires Du Soin',
  ],
  [
    'Lang, V. (2015) Zur theorie der stille. Werk und Wandel (ed. J. Roth), pp. 17–41, transcript, Bielefeld.',
    'Zur theorie der stille',
    'Werk und Wandel',
  ],
  [
    'Holm, Renate (1993) “Pflege im Wandel,” in Berg, Heinz and Uwe Dahl eds. Werk und Wandel, 55–78, Frankfurt: Campus.',
    'Pflege im Wandel',
    'Werk und Wandel',
  ],
  [
    'Lind, Oscar: Routine. In: Strand, Eva (Hrsg.) ; Sund, Per (Hrsg.) ; Berg, Ola (Hrsg.): Words in care. London : Tavistock, 1978, S. 12–15',
    'Routine',
    'Words in care',
  ],
  [
    'Yamada, Hiroshi; Sato, Keiko: Robots that lift. In (Chen, Mei; Mori, Haruki, eds): Ageing in East Asia, pp. 145–170. Palgrave Macmillan, London, 2017.',
    'Robots that lift',
    'Ageing in East Asia',
  ],
  [
    'R. Holm, Pflege im wandel, in Werk und Wandel, H. Berg and U. Dahl, eds., Campus, Frankfurt, 1993, pp. 55–78.',
    'Pflege im wandel',
    'Werk und Wandel',
  ],
  [
    'N. Holm, Waiting as work, in The making of wards (K. Ek and R. Moe, eds.), Sage, London, 2006, pp. 101–124.',
    'Waiting as work',
    'The making of wards',
  ],
  [
    'Feld, Ruth. 1999. Notes on tiredness. Pages 3–29 of: Lowe, David (ed), Bodies, time, and labour. London: Verso.',
    'Notes on tiredness',
    'Bodies, time, and labour',
  ],
  [
    'Yamada, Hiroshi and Keiko Sato. “Robots that lift.” Ageing in East Asia edited by Mei Chen and Haruki Mori, 145–170, London: Palgrave Macmillan, 2017.',
    'Robots that lift',
    'Ageing in East Asia',
  ],
  [
    'Dahl, Mark and Sand, Julia. “Ethics at the bedside.” Stone, Paul (ed.). Readings on nursing. Cambridge University Press, Cambridge (2014): pp. 211–238.',
    'Ethics at the bedside',
    'Readings on nursing',
  ],
  [
    'Lind, O., 1978, “Routine,” Words in care, E. Strand, P. Sund, and O. Berg, eds., Tavistock, London, pp. 12–15.',
    'Routine',
    'Words in care',
  ],
  [
    'Holm, Eva. “Care as a Stage.” in Bill Pukas, ed. Ward Growth: Views of Ward Growth, Vol. 1. New York: Garland Publishing, 1994.',
    'Care as a Stage',
    'Ward Growth: Views of Ward Growth',
  ],
];

describe('a chapter’s book', () => {
  it.each(CHAPTERS)('%s', (text, title, container) => {
    const read = readCitation(text);
    expect({ title: read.title, container: read.container }).toEqual({ title, container });
  });
});
