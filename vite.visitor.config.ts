import { defineConfig, type Plugin } from 'vite';

/** The hosted page: `dist/visitor/index.html`, and hashed files that the server offers under `/visitor-assets/`. */
export default defineConfig({
  root: 'visitor',
  base: '/visitor-assets/',
  publicDir: false,
  plugins: [withoutPreloading()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/visitor',
    assetsDir: '',
    emptyOutDir: true,
    // The page's content security policy allows no data: addresses for scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: false,
    // What every open chat needs is one file: two compress worse, and the second is asked for late.
    // What a twin's answer needs is one more, which conversations without a twin never ask for.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'chat', tags: ['$initial'], priority: 1 },
            { name: 'twin', test: /visitor\/twin\// },
          ],
        },
      },
    },
  },
});

/** Parts fetched later bring no style sheets and no further parts, so what Vite wraps around each import (1 kB) has nothing to do. */
function withoutPreloading(): Plugin {
  const wrapped =
    /__vitePreload\(async \(\) => \{\s*const \{[^}]*\} = await (import\([^;]*);\s*return \{[^}]*\};?\s*\}, ?__VITE_PRELOAD__\)/g;
  return {
    name: 'without-preloading',
    enforce: 'pre',
    load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
    renderChunk: (code) => code.replace(wrapped, '$1'),
  };
}
