/** Calls a listener whenever waiting has become pointless; returns the way to stop it. */
export type Wake = (listener: () => void) => () => void;

/** A page hidden for longer may have been asleep. */
const napMs = 20_000;

/** The browser is back online, or the page is looked at again after a while. */
export function createWake(page: Window): Wake {
  return (listener) => {
    let hiddenAt = Date.now();
    const looked = () => {
      if (page.document.hidden) hiddenAt = Date.now();
      else if (Date.now() - hiddenAt > napMs) listener();
    };
    page.addEventListener('online', listener);
    page.document.addEventListener('visibilitychange', looked);
    return () => {
      page.removeEventListener('online', listener);
      page.document.removeEventListener('visibilitychange', looked);
    };
  };
}
