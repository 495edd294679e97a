// Codes in a message: the first ones, and how many more there are.

const codesListed = 40;

/** `A0021, A0080 and 12 more`. */
export function listCodes(codes: readonly string[]): string {
  const listed = codes.slice(0, codesListed).join(', ');
  return codes.length > codesListed ? `${listed} and ${codes.length - codesListed} more` : listed;
}
