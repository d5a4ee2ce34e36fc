const storageKey = 'parley-signed-in';

/** Whether somebody was signed in when this browser last looked. Who was not is asked first, since a refusal stands as an error in the browser's console. */
export const signedInBefore = {
  isSo: () => localStorage.getItem(storageKey) !== null,
  note: (isSignedIn: boolean) =>
    isSignedIn ? localStorage.setItem(storageKey, 'yes') : localStorage.removeItem(storageKey),
};
