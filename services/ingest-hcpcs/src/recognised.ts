// What recognising a file comes to, before it is put in the pipeline's words.
import type { Role } from './roles.ts';

/** A known file, or the reason why it is left aside. */
export type Recognised = { readonly role: Role } | { readonly ignored: string };
