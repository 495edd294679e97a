// The GraphQL enums of releases: status, severity of findings, why a release was selected.
import { builder } from '../builder.ts';

export const ReleaseStatus = builder.enumType('ReleaseStatus', {
  description: 'The states of a release.',
  values: {
    STAGED: { value: 'staged', description: 'Being loaded; not served.' },
    CHECKED: { value: 'checked', description: 'Loaded and checked; not served.' },
    PUBLISHED: { value: 'published', description: 'Served, and never changed again.' },
    WITHDRAWN: { value: 'withdrawn', description: 'Kept, but not served.' },
  } as const,
});

export const Severity = builder.enumType('Severity', {
  description: 'How grave a finding is.',
  values: {
    ERROR: { value: 'error', description: 'Stops a release from being published.' },
    WARNING: { value: 'warning', description: 'Is stored and shown with the release.' },
    INFO: { value: 'info', description: 'Tells what was compared, or could not be.' },
  } as const,
});

export const SelectedBy = builder.enumType('SelectedBy', {
  description: 'How a release came to serve a request.',
  values: {
    VERSION: { description: 'The request named its version.' },
    DATE: { description: 'It is the one for the date that the request gave.' },
    TODAY: { description: 'It is the one for today: the request gave neither version nor date.' },
    LIST: {
      description: 'It was reached through a list of releases, or because it has a code that another lacks.',
    },
  } as const,
});
