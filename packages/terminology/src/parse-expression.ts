// A post-coordinated code string taken apart: stems beside one another, each with its extensions.
import type { ExpressionForm } from './code-system.ts';

/** One code of an expression as it was written, outer blanks gone; empty where a separator has nothing beside it. */
export interface ExpressionStem {
  readonly stem: string;
  readonly extensions: readonly string[];
}

/** The stems in the order written. `1A09.Y&XN8P1/FA11.Y` has two, the first with one extension. Nothing is looked up. */
export function parseExpression(text: string, form: ExpressionForm): readonly ExpressionStem[] {
  return text.split(form.stemSeparator).map((cluster) => {
    const [stem = '', ...extensions] = cluster.split(form.extensionSeparator).map((part) => part.trim());
    return { stem, extensions };
  });
}

/** The expression written with the given codes in place of those that were written. */
export function writeExpression(stems: readonly ExpressionStem[], form: ExpressionForm): string {
  return stems
    .map(({ stem, extensions }) => [stem, ...extensions].join(form.extensionSeparator))
    .join(form.stemSeparator);
}
