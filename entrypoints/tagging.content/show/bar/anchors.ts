/** Where the toolbar's cards belong, in the viewport of the page. */
import * as dom from '../../../../lib/dom';
import type { Anchors, Box } from '../../../../lib/messaging';
import { boundsOf, isShown } from '../../../../lib/paint';
import type { TaggingView } from '../../mode/view';
import { standing } from '../../source/page-text';

/** Where the chosen statement was when it was last in the page. */
let lastPlace: { of: object; box: Box } | null = null;

export function anchorsOf(view: TaggingView): Anchors {
  return {
    current: view.current && placeOf(view.current),
    card: view.card && standing(view.card.range) ? boxOf(boundsOf(view.card.range)) : null,
    listed: view.listed.map(({ entry }, index) =>
      isShown(entry.element) && (view.listed[index]?.known || index === view.listAt)
        ? inSight(boxOf(dom.getBoundingClientRect(entry.element)))
        : null,
    ),
  };
}

/** A statement whose text the page has taken out keeps its place: the toolbar does not jump. */
function placeOf({ range, held, left }: NonNullable<TaggingView['current']>): Box | null {
  if (left) return CORNER;
  if (standing(range)) lastPlace = { of: held, box: boxOf(boundsOf(range)) };
  return lastPlace?.of === held ? lastPlace.box : CORNER;
}

const CORNER: Box = { x: 0, y: 0, width: 0, height: 0 };

function inSight(box: Box): Box | null {
  return box.y + box.height < 0 || box.y > innerHeight ? null : box;
}

const boxOf = ({ left, top, width, height }: DOMRect): Box => ({
  x: left,
  y: top,
  width,
  height,
});
