/** The rules of tagging mode's chart, which no event and no command may break. */
import {
  begunIn,
  chosenIn,
  chosenOf,
  handOf,
  panelOf,
  type State,
} from '../../../entrypoints/tagging.content/mode/state';

/** What must hold in every state; the sentences of what does not. */
export function broken(state: State): string[] {
  const hand = handOf(state);
  const rules: [string, boolean][] = [
    ['a tag at hand is there', !('tagId' in hand) || state.tags.has(hand.tagId)],
    ['what is carried covers no other tag', hand.kind !== 'moving' || !('tagId' in hand.under)],
    ['a panel is open in tagging mode alone', panelOf(state).kind === 'none' || isOn(state)],
    ['a statement is chosen in tagging mode alone', chosenOf(state) === null || isOn(state)],
    [
      'a note or rule has a statement',
      !/note|rule/.test(panelOf(state).kind) || chosenIn(hand) !== null,
    ],
    [
      'a note is not written for a tag on its way',
      panelOf(state).kind !== 'note' || hand.kind !== 'moving',
    ],
    [
      'what is begun is on the chosen statement',
      begunIn(hand)?.chosen === (chosenIn(hand) ?? undefined),
    ],
    ['tags are under their own ids', [...state.tags].every(([id, { tag }]) => tag.id === id)],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

const isOn = ({ mode }: State): boolean => mode.kind === 'tagging';
