/**
 * Tells the page that shows this one in a frame how large the content is, so that the frame can fit it, and the styles
 * whether it does: then nothing scrolls, and what would stay at the foot of a window has a place in the page.
 */

/** What the surrounding page receives, in CSS pixels. */
export interface SizeMessage {
  readonly type: 'unrolled:size';
  readonly width: number;
  readonly height: number;
}

interface FramedBody {
  getBoundingClientRect(): { readonly height: number };
}

/** Milliseconds that a frame has to follow what opens in the page, before it counts as lower than the page. */
const FOLLOWS_WITHIN = 400;

/** The part of a window that is needed. No message is ever listened to. */
export interface FramedWindow {
  readonly parent: object;
  readonly innerHeight: number;
  readonly document: {
    readonly documentElement: { readonly scrollWidth: number; readonly dataset: { framed?: string } };
    readonly body: FramedBody;
  };
  addEventListener(type: 'resize', listener: () => void): void;
  removeEventListener(type: 'resize', listener: () => void): void;
  setTimeout(callback: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
  readonly ResizeObserver: new (
    callback: () => void,
  ) => { observe(element: FramedBody): void; disconnect(): void };
}

/**
 * Posts the content's size to `parent` when it is first laid out and whenever it changes; does nothing in a page of its own.
 * A size is nothing secret, so any page may have it. Returns what ends it.
 */
export function announceSize(
  window: FramedWindow,
  post: (message: SizeMessage, targetOrigin: string) => void,
): () => void {
  if (window.parent === window) return () => undefined;
  const { documentElement, body } = window.document;
  let last = '';
  let timer = 0;
  const fits = () => window.innerHeight >= Math.floor(body.getBoundingClientRect().height);
  const tell = () => {
    documentElement.dataset.framed = fits() ? 'whole' : '';
  };
  const compare = () => {
    window.clearTimeout(timer);
    if (fits()) tell();
    else timer = window.setTimeout(tell, FOLLOWS_WITHIN);
  };
  const announce = () => {
    // The root element is never lower than the frame, which could then only grow; the body is as high as its content.
    const { height } = body.getBoundingClientRect();
    // Nothing is drawn yet: a frame of that size would be gone.
    if (height === 0) return;
    compare();
    const message = {
      type: 'unrolled:size',
      width: documentElement.scrollWidth,
      height: Math.ceil(height),
    } as const;
    if (last === JSON.stringify(message)) return;
    last = JSON.stringify(message);
    post(message, '*');
  };
  const observer = new window.ResizeObserver(announce);
  observer.observe(body);
  window.addEventListener('resize', compare);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', compare);
    window.clearTimeout(timer);
  };
}
