/** Ways for the worker to let waiting messages in and then go on. */

/**
 * Makes the session's `yieldControl`. A timer set from a timer is held back to 4 ms by browsers, and a
 * message port that always has mail may be preferred to the one the page writes to. Setting the timer
 * from a port's message avoids both: it does not count as nested, and timers do not go before messages.
 */
export function createYield(): (resume: () => void, delay: number) => void {
  const { port1, port2 } = new MessageChannel();
  const resumes: (() => void)[] = [];
  port1.onmessage = () => {
    const resume = resumes.shift();
    if (resume !== undefined) setTimeout(resume, 0);
  };
  return (resume, delay) => {
    if (delay > 0) {
      setTimeout(resume, delay);
      return;
    }
    resumes.push(resume);
    port2.postMessage(null);
  };
}
