// The sections of HCPCS: the codes of one letter, and the modifiers.

/** Titles by letter, as CMS names them. */
const titles: Readonly<Record<string, string>> = {
  A: 'Transport services including ambulance; medical and surgical supplies; administrative, miscellaneous and investigational',
  B: 'Enteral and parenteral therapy',
  C: 'Outpatient prospective payment system (OPPS)',
  D: 'Dental procedures',
  E: 'Durable medical equipment',
  G: 'Procedures and professional services (temporary)',
  H: 'Alcohol and drug abuse treatment services',
  J: 'Drugs administered other than oral method, chemotherapy drugs',
  K: 'Temporary codes for durable medical equipment Medicare administrative contractors (DME MACs)',
  L: 'Orthotic and prosthetic procedures and devices',
  M: 'Medical services and quality measures',
  P: 'Pathology and laboratory services',
  Q: 'Temporary codes',
  R: 'Diagnostic radiology services',
  S: 'Temporary national codes (non-Medicare)',
  T: 'National codes established for state Medicaid agencies',
  U: 'Coronavirus laboratory tests',
  V: 'Vision, hearing and speech-language pathology services',
};

/** A section: what its concept is known by, and its title. */
export interface Section {
  /** `section:A`, `section:modifiers`. */
  readonly key: string;
  /** The letter; null for the modifiers, which begin with any. */
  readonly letter: string | null;
  readonly title: string;
  /** False for a letter that CMS used for nothing yet. */
  readonly known: boolean;
}

const modifiers: Section = { key: 'section:modifiers', letter: null, title: 'Modifiers', known: true };

/** Where a code belongs. */
export function sectionOf(code: string, isModifier: boolean): Section {
  if (isModifier) return modifiers;
  const letter = code.slice(0, 1);
  const title = titles[letter];
  return {
    key: `section:${letter}`,
    letter,
    title: title ?? `Codes that begin with ${letter}`,
    known: title !== undefined,
  };
}
