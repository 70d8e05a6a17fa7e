/** Page script of the quality bench: the case maker beside our anchoring. */
import { describe, locate } from '../../lib/anchor';
import { type CaseResult, runCases } from './anchor-cases';

declare global {
  interface Window {
    runAnchorCases?: (quotes: number, seed: number) => CaseResult[];
  }
}

window.runAnchorCases = (quotes, seed) =>
  runCases(
    { describe: (range) => describe(range), locate: (list) => locate(list) },
    { quotes, seed },
  );
