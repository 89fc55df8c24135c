/** What a person does with the link of a screen. */
import type { Actions } from './state/actions.ts';

export interface LinkEnvironment {
  /** The address of the page without its hash. */
  readonly pageAddress: string;
  readonly writeClipboard: (text: string) => Promise<void>;
}

/** `hash` is that of what is on the screen now. */
export function createLinkActions(
  { pageAddress, writeClipboard }: LinkEnvironment,
  hash: () => string,
): Pick<Actions, 'link' | 'copyLink'> {
  const link = () => pageAddress + hash();
  return {
    link,
    async copyLink() {
      try {
        await writeClipboard(link());
        return true;
      } catch {
        return false;
      }
    },
  };
}
