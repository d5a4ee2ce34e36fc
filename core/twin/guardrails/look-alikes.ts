/** Latin letters, each with lower-case letters of other alphabets that look like it or like its capital. */
const table: readonly [latin: string, alike: string][] = [
  ['a', 'аαɑᴀ'],
  ['b', 'вβʙƅь'],
  ['c', 'сϲᴄ'],
  ['d', 'ԁɗᴅđ'],
  ['e', 'еεҽᴇє'],
  ['f', 'ғꜰƒ'],
  ['g', 'ɡɢԍց'],
  ['h', 'нһηʜհ'],
  ['i', 'іιıɪӏ'],
  ['j', 'јϳᴊ'],
  ['k', 'кκᴋ'],
  ['l', 'ⅼʟłǀ'],
  ['m', 'мμᴍ'],
  ['n', 'ոɴп'],
  ['o', 'оοσօᴏø'],
  ['p', 'рρᴘ'],
  ['q', 'ԛզ'],
  ['r', 'гʀɾ'],
  ['s', 'ѕꜱ'],
  ['t', 'тτᴛ'],
  ['u', 'υսᴜ'],
  ['v', 'νѵᴠ'],
  ['w', 'ԝωᴡш'],
  ['x', 'хχ'],
  ['y', 'уγʏү'],
  ['z', 'ζᴢ'],
  ['ss', 'ß'],
  ['ae', 'æ'],
  ['oe', 'œ'],
  ['th', 'þ'],
];

/** From a lower-case letter to the Latin letters it can pass for. Both sides of a comparison go through it. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  table.flatMap(([latin, alike]) => [...alike].map((sign) => [sign, latin])),
);
