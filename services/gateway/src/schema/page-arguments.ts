// The arguments of every connection.
import { builder } from '../builder.ts';
import { defaultLimits } from '../limits/limits.ts';

/** `first` and `after`, as `args` of a field. */
export const pageArguments = builder.args((arg) => ({
  first: arg.int({
    required: true,
    defaultValue: 50,
    description: `How many members at most, 0 to ${defaultLimits.pageSize} unless \`limits\` says otherwise.`,
  }),
  after: arg.string({
    required: false,
    description:
      'Cursor of the member after which the page begins; without it the list is read from its start.',
  }),
}));
