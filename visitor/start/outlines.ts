/** What the icons of the way in are drawn of, on a grid of 24 × 24. */
export const chatOutline = 'M4 5.5h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-8.5L7 20.5v-4H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1Z';
export const audioOutline =
  'M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3ZM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3';
export const videoOutline =
  'M4 6.5h10a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1ZM15 10.5l6-3.5v10l-6-3.5';
export const backOutline = 'M14.5 5.5 8 12l6.5 6.5';
export const eyeOutline =
  'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z';
export const questionOutline = 'M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1.1-1.4 2.1M12 17.5v.01';
export const moonOutline = 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z';
export const clockOutline = 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5V12l3 2';
export const keyOutline = 'M14.5 4a5.5 5.5 0 1 1-3.9 9.4L4 20v-3.5l1-1v-2h2l2.6-2.6A5.5 5.5 0 0 1 14.5 4ZM16 8v.01';
export const cloudOutline = 'M7 18.5a4 4 0 0 1-.6-8 6 6 0 0 1 11.4 1A3.5 3.5 0 0 1 17.5 18.5ZM4 4l16 16';
