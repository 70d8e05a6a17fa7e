/** Page script of the bench over labelled scenes. */
import { describe, locate } from '../../lib/anchor';
import { play, SCENES } from './anchor-scenes';

declare global {
  interface Window {
    playAnchorScenes?: () => ReturnType<typeof play>[];
  }
}

window.playAnchorScenes = () =>
  SCENES.map((scene) => play({ describe: (range) => describe(range), locate }, scene));
