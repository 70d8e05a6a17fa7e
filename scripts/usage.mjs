/** What a command answers to options that it does not know, and to `--help`. Only node builtins: see browser.mjs. */

/**
 * @param {readonly string[]} words what was typed after the command
 * @param {{usage: string, options?: readonly string[]}} command its sentence of usage, and the options that it takes
 * @returns {{text: string, code: number} | null} what to print instead of running; null where nothing is wrong
 */
export function usageAnswer(words, { usage, options = [] }) {
  if (words.some((word) => word === '--help' || word === '-h')) return { text: usage, code: 0 };
  const unknown = words.filter(
    (word) => word.startsWith('-') && !options.includes(word.split('=')[0]),
  );
  if (!unknown.length) return null;
  return { text: `Unknown option: ${unknown.join(' ')}. ${usage}`, code: 2 };
}

/** Ends the process with the usage where the words ask for it or are wrong. */
export function stopForUsage(words, command) {
  const answer = usageAnswer(words, command);
  if (!answer) return;
  (answer.code ? console.error : console.log)(answer.text);
  process.exit(answer.code);
}
