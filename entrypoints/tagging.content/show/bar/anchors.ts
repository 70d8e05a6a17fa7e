/** Where the toolbar's cards belong, in the viewport of the page. */
import * as dom from '../../../../lib/dom';
import type { Anchors, Box } from '../../../../lib/messaging';
import { boundsOf, isShown } from '../../../../lib/paint';
import { type Chosen, chosenOf, peekOf, type State } from '../../mode/state';
import { standing } from '../../source/page-text';

/** Where the chosen statement was when it was last in the page. */
let lastPlace: { of: object; box: Box } | null = null;

export function anchorsOf(state: State): Anchors {
  const chosen = chosenOf(state);
  const { card = null, list = null } = state.mode.kind === 'tagging' ? state.mode : {};
  const pointedAt = card ?? peekOf(state);
  return {
    current: chosen && placeOf(chosen),
    card: pointedAt && standing(pointedAt.range) ? boxOf(boundsOf(pointedAt.range)) : null,
    listed: (list?.works ?? []).map(({ entry, known }, index) =>
      isShown(entry.element) && (known || index === list?.at)
        ? inSight(boxOf(dom.getBoundingClientRect(entry.element)))
        : null,
    ),
  };
}

/** A statement whose text the page has taken out keeps its place: the toolbar does not jump. */
function placeOf({ range, held, left }: Chosen): Box | null {
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
