/** What a person does with the link of a screen, and with its language: a link that is handed on is read in the one it was seen in. */
import type { Actions } from '../state/actions.ts';
import type { Address } from '../state/address.ts';
import type { Language, ViewStore } from '../state/view.ts';

export interface LinkEnvironment {
  /** The address of the page without its hash. */
  readonly pageAddress: string;
  readonly writeClipboard: (text: string) => Promise<void>;
}

/** `linkIn` is what is on the screen now, in a language, and `format` writes its hash. */
export function createLinkActions<Link>(
  { pageAddress, writeClipboard }: LinkEnvironment,
  view: ViewStore,
  address: Pick<Address<Link>, 'replace' | 'push'>,
  linkIn: (language: Language) => Link,
  format: (link: Link) => string,
): Pick<Actions, 'link' | 'copyLink' | 'setLanguage'> {
  const link = () => pageAddress + format(linkIn(view.getState().language));
  return {
    setLanguage(language) {
      const before = view.getState().language;
      if (language === before) return;
      // The entry that is left says in which language it was, so that going back undoes the choice.
      address.replace(linkIn(before));
      address.push(linkIn(language), 'language');
      view.setState({ language });
    },
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
