/** What the icons of every chat are drawn of, on a grid of 24 × 24. */
export const sendOutline = 'M12 19.5v-15M5.5 11 12 4.5l6.5 6.5';
export const closeOutline = 'M6 6l12 12M18 6 6 18';
export const downOutline = 'M12 4.5v15M5.5 13l6.5 6.5 6.5-6.5';
export const sparkOutline = 'M12 3.5 14 10l6.5 2-6.5 2-2 6.5-2-6.5-6.5-2 6.5-2Z';
