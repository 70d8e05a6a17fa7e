/**
 * Raised numbers that cite nothing: powers of units and of variables, mass numbers of isotopes. Asked by the reader of
 * citations and by anchoring, where what cites may come and go.
 */

/** Units, alone or behind a number or another unit: "kg/m²", "per cm²"; those of one letter that names things only so. */
const UNIT =
  /(?:^|[\s\d/·(×])(?:[cdkmµμnp]?m|[kmµμ]?g|[mµμdc]?l|mL|[mµμn]s|in|ft|mi|yd|ha|yr|min|[kmMG]?Hz|[kmMG](?:W|V|Pa|eV)|Å|mol|°|sec)$|[\d/·]\s?[LshdKWV]$/;
/** The same in full, which end a sentence as often: raised by a power, not by any number. */
const UNIT_IN_FULL =
  /(?:^|[\s\d/·(×])(?:inch(?:es)?|feet|foot|miles?|acres?|pixels?|(?:kilo|centi|milli)?met(?:er|re)s?)$/i;
/** Variables that are squared: of one letter, or by their names. The letter "I" is one only beside a value. */
const VARIABLE =
  /(?:^|[^\p{L}\d])(?:[rRtTxyzXZpdfnNQk]|[\u0370-\u03ff]|alpha|beta|gamma|delta|epsilon|eta|theta|lambda|sigma|chi|omega|sinh|cosh|tanh|log)$/iu;
const ONE_LETTER = /(?:^|[^\p{L}\d])\p{L}$/u;
const VALUE = /^\s?(?:[=<>≤≥≈~)×+−]|(?:statistics?|test|value|index)\b)/;
/** A power is small, and is one number. */
const POWER = /^[\s(]*[2-4][\s)]*$/;
/** The symbols of elements whose isotopes are written so, right behind the number. */
const ELEMENT =
  /^(?:H|He|Li|Be|B|C|N|O|F|Ne|Na|Mg|Al|Si|P|S|Cl|Ar|K|Ca|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Kr|Rb|Sr|Y|Zr|Nb|Mo|Tc|Ru|Pd|Ag|Cd|In|Sn|Sb|Te|I|Xe|Cs|Ba|Sm|Gd|Lu|Re|Os|Ir|Pt|Au|Hg|Tl|Pb|Bi|Po|Rn|Ra|Ac|Th|Pa|U|Np|Pu|Am)(?!\p{Ll})/u;
const ENDS_SENTENCE = /[.,;:!?”"’)\]]$/;

/**
 * Whether a raised text is not a citation marker.
 * @param before what comes before it, at least a word
 * @param inside the raised text
 * @param after  what follows it, at least a word
 */
export function isRaisedOnly(before: string, inside: string, after: string): boolean {
  if (/\d\s*$/.test(before) || UNIT.test(before)) return true;
  // "¹⁰B": a marker has a blank or a sign behind it, save where a page left the blank out.
  if (ELEMENT.test(after) && !ENDS_SENTENCE.test(before)) return true;
  if (!POWER.test(inside)) return false;
  // What is in brackets by itself is raised as a whole: "(alpha)²".
  const raised = before.replace(/\(([^()\s]+)\)$/, ' $1');
  if (UNIT_IN_FULL.test(raised) || VARIABLE.test(raised)) return true;
  return ONE_LETTER.test(before) && VALUE.test(after);
}
