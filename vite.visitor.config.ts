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
    emptyOutDir: true,
    // The page's content security policy allows no data: addresses for scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: false,
    // What every open chat needs is one file: two compress worse, and the second is asked for late.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'chat', tags: ['$initial'] }] } } },
  },
});

/** Parts fetched later bring no style sheets and no further parts, so Vite's helper (1 kB) has nothing to do. */
function withoutPreloading(): Plugin {
  return {
    name: 'without-preloading',
    enforce: 'pre',
    load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
  };
}
