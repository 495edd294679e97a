// Which version of the corrections a file is: only its name tells.
import type { Role } from './roles.ts';

/** The version that a name gives to corrections, `V2_HCPC2018_Corrections`; null when it gives none. */
export function versionInName(name: string): number | null {
  const version = /(?:^|[^A-Za-z0-9])V([1-9]\d?)(?![A-Za-z0-9])/i.exec(name.split('/').at(-1) ?? '')?.[1];
  return version === undefined ? null : Number(version);
}

/** The role of corrections of this form, with the version that their name gives. */
export function correctionsRole(form: 'workbook' | 'text', name: string): Role {
  const version = versionInName(name);
  return version === null ? `corrections-${form}` : `corrections-${form}-v${version}`;
}

/** The form of corrections and their version, 0 without one; null for other roles. */
export function correctionsOf(role: string): { form: 'workbook' | 'text'; version: number } | null {
  const match = /^corrections-(workbook|text)(?:-v(\d+))?$/.exec(role);
  if (!match) return null;
  return { form: match[1] === 'text' ? 'text' : 'workbook', version: Number(match[2] ?? 0) };
}
