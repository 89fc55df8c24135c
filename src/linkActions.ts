/** What a person does with the link of a screen: one that is handed on is read in the language it was seen in. */
import type { Actions } from './state/actions.ts';
import type { Language, ViewStore } from './state/view.ts';

export interface LinkEnvironment {
  /** The address of the page without its hash. */
  readonly pageAddress: string;
  readonly writeClipboard: (text: string) => Promise<void>;
}

/** `format` writes the hash of what is on the screen now, in that language. */
export function createLinkActions(
  { pageAddress, writeClipboard }: LinkEnvironment,
  view: ViewStore,
  format: (language: Language) => string,
): Pick<Actions, 'link' | 'copyLink'> {
  const link = () => pageAddress + format(view.getState().language);
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
